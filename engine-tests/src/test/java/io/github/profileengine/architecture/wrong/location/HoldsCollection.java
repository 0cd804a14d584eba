package io.github.profileengine.architecture.wrong.location;

import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/** The collections library, hidden, but in a package that does without. */
public final class HoldsCollection {
    private final MutableList<String> texts = FastList.newList();

    @Override
    public String toString() {
        return texts.toString();
    }
}
