package io.github.profileengine.packed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.ReadPass;
import org.jspecify.annotations.Nullable;

/**
 * Prefetches tables first and records then, {@value #MOST} profiles at a time, as {@link PackedTouchPass} does, and
 * then reads them.
 *
 * <p>A table may be old when it is searched, and a reference when its record is read. The record then is as it was when
 * it was abandoned, which was the newest state at some moment since the call began, or it is torn. After a profile that
 * was looked up again, because its record was torn or another id's, so is the rest: the same profile may be among them
 * and must not seem older.
 */
final class PackedReadPass implements ReadPass {
    private static final int MOST = 256;

    private final @Nullable Profile[] found;
    private final PackedTable[] tables;
    private final ProfileId[] ids;
    private final @Nullable Records[] records;
    private final long[] references;
    private final NearRecords near;
    private final LoadedSum loaded = new LoadedSum();
    private int size;
    private int next;

    PackedReadPass(@Nullable Profile[] found) {
        this.found = found;
        int most = Math.min(MOST, found.length);
        tables = new PackedTable[most];
        ids = new ProfileId[most];
        records = new Records[most];
        references = new long[most];
        near = new NearRecords(most);
    }

    @Override
    public void add(ProfileTable table, ProfileId id) {
        PackedTable packed = (PackedTable) table;
        PackedProject project = packed.projectOf(id);
        Records now = project == null ? null : project.records();
        tables[size] = packed;
        records[size] = now;
        ids[size++] = id;
        if (size == tables.length) {
            read();
        }
    }

    @Override
    public void end() {
        read();
        loaded.end();
    }

    private void read() {
        touch();
        boolean anew = false;
        for (int at = 0; at < size; at++) {
            Records now = records[at];
            Profile profile = null;
            if (!anew && now != null && references[at] != RefTable.NONE) {
                profile = read(now.slab(), references[at], ids[at]);
                anew = profile == null;
            }
            found[next++] = anew ? tables[at].get(ids[at]) : profile;
        }
        size = 0;
    }

    // Null also if the record belongs to another id, which has the same hash.
    private static @Nullable Profile read(Slab slab, long reference, ProfileId id) {
        return slab.isOf(reference, id) ? slab.read(reference, id) : null;
    }

    private void touch() {
        long sum = 0;
        for (int at = 0; at < size; at++) {
            Records now = records[at];
            sum += now == null ? 0 : now.refs().prefetch(ids[at].tableHash());
        }
        for (int at = 0; at < size; at++) {
            Records now = records[at];
            references[at] = now == null ? RefTable.NONE : now.refs().candidate(ids[at].tableHash());
            if (now != null) {
                long reference = Math.max(0, references[at]);
                near.add(now.slab().bytes(reference), now.slab().at(reference));
            }
        }
        sum += near.load();
        loaded.add(sum);
    }
}
