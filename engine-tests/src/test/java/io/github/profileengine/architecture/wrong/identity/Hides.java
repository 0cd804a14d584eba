package io.github.profileengine.architecture.wrong.identity;

import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/** The one right example: the collections library inside, out of sight. */
public final class Hides {
    private final MutableList<String> texts = FastList.newList();

    /** How many texts there are. */
    public int size() {
        return texts.size();
    }
}
