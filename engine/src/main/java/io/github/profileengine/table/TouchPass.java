package io.github.profileengine.table;

import io.github.profileengine.reducer.Update;

/**
 * Prefetches into the processor's cache what a batch is about to read. The loads for one profile do not depend on those
 * for another: a processor overlaps them if they come in a row, and waits for each in turn if each comes in the middle
 * of an update. A hint: it changes nothing, and what it sees may be out of date. For one thread and one batch.
 */
public interface TouchPass {
    /** For tables that gain nothing. */
    TouchPass NONE = new TouchPass() {
        @Override
        public void add(ProfileTable table, Update update) {}

        @Override
        public void end() {}
    };

    /** Adds an update that is going to be applied in a table. */
    void add(ProfileTable table, Update update);

    /** The pass ends: the added updates are applied next. */
    void end();
}
