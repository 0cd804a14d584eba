package io.github.profileengine.table;

import io.github.profileengine.reducer.Update;

/**
 * Prefetches into the processor's cache what a batch is about to look at. What the profiles of a batch need from memory
 * does not depend on one another, so a processor fetches it all at once if it is asked for in a row, and one after the
 * other if each is asked for in the midst of an update. A hint: it changes nothing, and what it sees may be old. For
 * one thread and one batch.
 */
public interface TouchPass {
    /** For tables that gain nothing. */
    TouchPass NONE = new TouchPass() {
        @Override
        public void add(ProfileTable table, Update update) {}

        @Override
        public void end() {}
    };

    /** An update that is going to be applied in a table. */
    void add(ProfileTable table, Update update);

    /** Those that were added come now. */
    void end();
}
