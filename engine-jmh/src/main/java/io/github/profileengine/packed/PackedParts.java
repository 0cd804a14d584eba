package io.github.profileengine.packed;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.table.FrozenTable;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of all packed profiles of one project, summed by part. For one thread.
 *
 * <p>They are counted in a snapshot, so that nobody writes meanwhile.
 */
public final class PackedParts {
    private static final int NAMES_BEGIN_BYTES = 4;

    private long header;
    private long key;
    private long names;
    private long ends;
    private long values;
    private long room;
    private long table;
    private long capacities;
    private long all;

    private PackedParts() {}

    /** The parts of a project in a state that an engine with packed profiles made. */
    public static PackedParts of(Snapshot state, ProfileId anyOfProject) {
        PackedParts parts = new PackedParts();
        for (FrozenTable shard : state.shards()) {
            PackedTable thawed = (PackedTable) shard.thaw(new Reducer(ReducerOptions.defaults()));
            parts.all += shard.heapBytes();
            parts.add(thawed.projectOf(anyOfProject));
        }
        return parts;
    }

    private void add(@Nullable PackedProject project) {
        if (project != null) {
            Records records = project.records();
            table += records.refs().heapBytes();
            records.refs().forEachEntry(entry -> add(records.view(RefTable.reference(entry))));
        }
    }

    private void add(RecordView record) {
        int endsBytes = record.size() * Layout.width(record.capacity());
        header += Layout.KEY - NAMES_BEGIN_BYTES;
        names += NAMES_BEGIN_BYTES + record.nameBytes();
        key += record.keyBytes();
        ends += endsBytes;
        long held = record.shapeHeapSize() + RecordSizes.ofObjects(record);
        values += record.valueBytes() + held;
        room += record.capacity()
                - Layout.KEY
                - record.keyBytes()
                - record.nameBytes()
                - endsBytes
                - record.valueBytes();
        capacities += record.capacity() + held;
    }

    /** The stamps and capacities of the records. */
    public long header() {
        return header;
    }

    /** The ids. */
    public long key() {
        return key;
    }

    /**
     * What stands for the names: the numbers of shapes, which hold the names for all profiles, or the numbers of names.
     */
    public long names() {
        return names;
    }

    /** The ends of the values. */
    public long ends() {
        return ends;
    }

    /** The values, including objects beside the bytes. */
    public long values() {
        return values;
    }

    /** The tables of references. */
    public long table() {
        return table;
    }

    /** Spare room in records and chunks, garbage, and the few objects of the store itself. */
    public long slack() {
        return room + all - table - capacities;
    }
}
