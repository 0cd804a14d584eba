package io.github.profileengine.architecture.wrong.identity;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.collections.api.block.procedure.Procedure;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.impl.list.mutable.FastList;

/** Ways in which a public signature can show the collections library. */
public final class Shows {
    /** In what a method returns. */
    public static final class InResult {
        public MutableList<String> texts() {
            return FastList.newList();
        }
    }

    /** In a type argument of a parameter. */
    public static final class InArgument {
        public int count(List<MutableList<String>> lists) {
            return lists.size();
        }
    }

    /** In a field that subclasses see. */
    public static class InField {
        protected final Supplier<MutableList<String>> texts = FastList::newList;
    }

    /** In a supertype. */
    public static final class InSupertype implements Procedure<String> {
        private static final long serialVersionUID = 1;

        @Override
        public void value(String text) {}
    }
}
