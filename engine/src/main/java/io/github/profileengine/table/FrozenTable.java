package io.github.profileengine.table;

import io.github.profileengine.reducer.Reducer;

/** What a table held at one moment. Immutable; any thread may read it. */
public interface FrozenTable extends TableReads {
    /** A table of its own that begins with this content, in constant time. */
    ProfileTable thaw(Reducer reducer);
}
