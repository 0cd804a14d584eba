package io.github.profileengine.packed;

import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.table.ProfileTable;

/** Tables with room for few records, for tests of what holds tables. */
public final class LimitedTables {
    /** Bytes of a chunk: one record of a profile with a short text. */
    public static final int CHUNK_BYTES = 64;

    private LimitedTables() {}

    /** A table with so many chunks a project, and a compaction only where much of them is garbage. */
    public static ProfileTable ofChunks(Reducer reducer, int chunks) {
        return new PackedTable(reducer, new PackedSizes(CHUNK_BYTES, CHUNK_BYTES, CHUNK_BYTES, chunks, 8, 0));
    }
}
