package io.github.profileengine.packed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileFootprint;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.Name;
import io.github.profileengine.table.ProjectTally;
import io.github.profileengine.table.ShardProject;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of one project in one shard, as records. One writer at a time.
 *
 * <h2>Readers</h2>
 *
 * Readers take no lock: each record is a <i>seqlock</i>, its stamp the sequence number. A reader finds a record's
 * reference in the table, copies the record's bytes, and checks that its stamp is even and unchanged; if not, it starts
 * again.
 *
 * <p>Why a copy with an unchanged even stamp is consistent: the writer makes the stamp odd, fences stores, writes,
 * fences again, and makes it even. A reader reads the stamp, fences loads, copies, fences again, and rereads the stamp.
 * If it copied anything of a write, the fences order that write's odd stamp before the second read of the stamp, which
 * then differs. If it copied nothing of a later write, the first fences have made all earlier ones visible to it.
 *
 * <p>A reader finds the newest state or one that was there when it began: an abandoned record stays as it was, or its
 * stamp stays odd; table and chunks are replaced together; and a reference is published after its record.
 *
 * <p>A reader waits only for a writer in the middle of one record, for the time of a copy. One that fails
 * {@value #PATIENCE} times, because its record is written again and again, asks the writer through
 * {@code readersInNeed} not to overwrite records. Then each state of the profile is a record of its own, which can be
 * copied undisturbed.
 */
final class PackedProject implements ShardProject<PackedProject> {
    private static final int PATIENCE = 32;
    private static final long PAUSE_NANOS = 1_000;
    private static final VarHandle READERS_IN_NEED = readersInNeedHandle();
    static final int OWN_BYTES = 40 + ProjectTally.OWN_BYTES;

    private final Object owner;
    private final Name token;
    private final PackedSizes sizes;
    // Its held bytes are those of the out-of-line objects.
    private final ProjectTally tally;
    // Written by the writer only.
    private volatile Records records;
    private volatile int readersInNeed;

    private PackedProject(Object owner, Name token, PackedSizes sizes, Records records, ProjectTally tally) {
        this.owner = owner;
        this.token = token;
        this.sizes = sizes;
        this.records = records;
        this.tally = tally;
    }

    static PackedProject empty(Object owner, Name token, PackedSizes sizes) {
        return new PackedProject(owner, token, sizes, Records.empty(sizes), new ProjectTally());
    }

    private static VarHandle readersInNeedHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(PackedProject.class, "readersInNeed", int.class);
        } catch (ReflectiveOperationException missing) {
            throw new ExceptionInInitializerError(missing);
        }
    }

    @Override
    public boolean isOwnedBy(Object other) {
        return owner == other;
    }

    /** Copies the table and shares the records. */
    @Override
    public PackedProject copiedFor(Object other) {
        return new PackedProject(other, token, sizes, records.copy(), tally.copy());
    }

    @Override
    public int count() {
        return tally.profiles();
    }

    @Override
    public long bytes() {
        return tally.bytes();
    }

    @Override
    public long heapBytes() {
        return OWN_BYTES + records.heapBytes() + tally.held();
    }

    @Override
    public @Nullable Profile get(ProfileId id) {
        for (int attempt = 0; attempt < PATIENCE; attempt++) {
            Object found = records.look(id);
            if (found != Records.TORN) {
                return (Profile) found;
            }
            Thread.onSpinWait();
        }
        READERS_IN_NEED.getAndAdd(this, 1);
        try {
            Object found = records.look(id);
            while (found == Records.TORN) {
                LockSupport.parkNanos(PAUSE_NANOS);
                found = records.look(id);
            }
            return (Profile) found;
        } finally {
            READERS_IN_NEED.getAndAdd(this, -1);
        }
    }

    /** The present table and records. */
    Records records() {
        return records;
    }

    @Override
    public void forEach(Consumer<? super Profile> action) {
        records.forEach(token, action);
    }

    // If both hold the same records, nothing differs; both are frozen.
    @Override
    public void forEachDifference(
            PackedProject later, BiConsumer<? super @Nullable Profile, ? super @Nullable Profile> action) {
        if (records != later.records) {
            records.forEachDifference(token, later.records, action);
        }
    }

    // The methods below are for the writer.

    /** The place of an id; if there is none, {@code ~place} of a free one for it. */
    int find(ProfileId id) {
        return find(id, true);
    }

    /** The same; a record that is not in the cache is prefetched, as it is read next. */
    int find(ProfileId id, boolean isNear) {
        Records now = records;
        return now.refs().find(id, now.slab(), isNear);
    }

    /** Starts an update of the profile at a place. */
    void begin(int place, RecordEditor editor) {
        Records now = records;
        long reference = now.refs().at(place);
        editor.begin(now.slab().chunk(reference), now.slab().at(reference));
    }

    /** Writes what is encoded, at a place or as a new profile at {@code ~place}; returns by how many bytes it grew. */
    long write(int place, ProfileId id, RecordEditor editor) {
        EditBalance balance = editor.balance();
        long grown = balance.growth();
        if (place < 0) {
            grown += ProfileFootprint.own(id); // Before the profile is there: it needs memory.
            insert(place, id, editor, editor.image());
        } else {
            rewrite(place, editor);
        }
        tally.grow(grown, balance.heldGrowth());
        return grown;
    }

    private void insert(int place, ProfileId id, RecordEditor editor, RecordImage image) {
        Records now = records;
        KeyScratch key = editor.key();
        key.hold(id);
        int capacity = image.capacity(key.length());
        if (now.refs().isFull()) {
            RefTable roomier = now.refs().roomier(count());
            Records grown = now.withRefs(roomier);
            long reference = now.slab().append(image, key.bytes(), key.from(), key.length(), capacity);
            roomier.put(~roomier.find(id, now.slab()), id, reference);
            records = grown;
        } else {
            now.refs().put(~place, id, now.slab().append(image, key.bytes(), key.from(), key.length(), capacity));
        }
        tally.count(1);
    }

    private void rewrite(int place, RecordEditor editor) {
        Records now = records;
        long reference = now.refs().at(place);
        boolean mayTouch = mayTouch(now, reference);
        if (editor.isPatch() && patch(now, place, editor, mayTouch)) {
            return;
        }
        RecordImage image = editor.image();
        if (mayTouch && now.slab().suits(editor.base(), image)) {
            now.slab().overwrite(reference, image, editor);
        } else {
            move(now, place, image, editor.base(), editor.balance().droppedObjects());
        }
    }

    // In place, or in a copy if a fork shares the record, a reader needs it or it has no room. False if the record
    // would be left mostly empty, or its ends have to be wider.
    private boolean patch(Records now, int place, RecordEditor editor, boolean mayTouch) {
        Slab slab = now.slab();
        RecordView record = editor.base();
        int valueBytes = editor.patchedValueBytes();
        boolean shrinks = valueBytes < record.valueBytes();
        if (shrinks && slab.isTooLarge(record, valueBytes)) {
            return false;
        }
        if (mayTouch && Room.fits(record, valueBytes)) {
            slab.patch(now.refs().at(place), editor, editor.balance().droppedObjects());
            return true;
        }
        // At first the copy holds the old values.
        int room = shrinks ? record.valueBytes() : valueBytes;
        boolean canCopy = Room.canCopy(record, room, sizes.slackDivisor());
        if (canCopy) {
            patchCopy(now, place, editor, room, mayTouch);
        }
        return canCopy;
    }

    private static void patchCopy(Records now, int place, RecordEditor editor, int room, boolean mayTouch) {
        long reference = now.refs().at(place);
        // Memory may run out before the copy is patched; nobody sees the copy until then.
        RecordView left = now.view(reference);
        long copy = now.slab().adopt(left, room);
        editor.rebase(now.slab().chunk(copy), now.slab().at(copy));
        now.slab().patch(copy, editor, 0);
        long lost = editor.balance().droppedObjects();
        // Recursion into values comes before anything is visible: the stack may overflow.
        long held = RecordSizes.ofObjectsAtMost(left);
        now.refs().replace(place, copy);
        now.slab().abandon(reference, left, mayTouch, lost, 0);
        now.slab().share(mayTouch ? 0 : held - lost);
    }

    private boolean mayTouch(Records now, long reference) {
        return now.slab().isOwn(reference) && readersInNeed == 0;
    }

    private void move(Records now, int place, RecordImage image, RecordView record, long lost) {
        int capacity = Layout.roomier(image.capacity(record.keyBytes()), sizes.slackDivisor());
        long moved = now.slab().append(image, record.bytes(), record.keyFrom(), record.keyBytes(), capacity);
        long reference = now.refs().at(place);
        long held = RecordSizes.ofObjectsAtMost(record);
        long lostShape = record.heapOfLostShape(image);
        now.refs().replace(place, moved);
        boolean mayTouch = mayTouch(now, reference);
        now.slab().abandon(reference, record, mayTouch, lost, lostShape);
        now.slab().share(mayTouch ? 0 : held - lost);
    }

    /** Stores a finished profile in place of the one at a place, or as a new one at {@code ~place}. */
    void load(int place, Profile profile, RecordEditor editor) {
        RecordImage image = editor.image(profile);
        if (place < 0) {
            insert(place, profile.id(), editor, image);
            tally.grow(ProfileFootprint.whole(profile), image.heldBytes());
        } else {
            Records now = records;
            RecordView record = now.view(now.refs().at(place));
            long before = RecordSizes.footprint(record, profile.id());
            long lost = RecordSizes.ofObjects(record);
            long heldBefore = lost + record.shapeHeapSize();
            move(now, place, image, record, lost);
            tally.grow(ProfileFootprint.whole(profile) - before, image.heldBytes() - heldBefore);
        }
    }

    /** Removes the profile at a place; returns how many bytes it had. */
    long remove(int place, ProfileId id) {
        Records now = records;
        long reference = now.refs().at(place);
        RecordView record = now.view(reference);
        long gone = RecordSizes.footprint(record, id);
        long lost = RecordSizes.ofObjects(record);
        long lostShape = record.shapeHeapSize();
        now.refs().remove(place);
        now.slab().abandon(reference, record, mayTouch(now, reference), lost, lostShape);
        tally.count(-1);
        tally.grow(-gone, -(lost + lostShape));
        return gone;
    }

    boolean isWasteful() {
        return records.slab().isWasteful();
    }

    /** Leaves most garbage behind. Readers that have begun go on with the old table and chunks. */
    void compact() {
        records = records.compacted(count());
    }
}
