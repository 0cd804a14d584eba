package io.github.profileengine.packed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.HeapSize;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectValue;
import io.github.profileengine.representation.ProfileEditor;
import io.github.profileengine.representation.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Edits a profile that is a record, without making a profile of it. {@link #settle} gives what is staged the form that
 * it has in records; then a store takes it: as a {@linkplain #patch patch} if all values keep their sizes, else as a
 * whole {@linkplain #image image}.
 *
 * <p>An editor is made anew for every batch and forgotten after it. It stores many references, and under G1 to store
 * one into an object that has grown old costs more than to make a young object now and then.
 */
final class RecordEditor extends ProfileEditor {
    private final RecordView base = new RecordView();
    private final SlotView slotView = new SlotView(base);
    private final EncodedValues encoded = new EncodedValues();
    private @Nullable RecordImage image;
    private @Nullable KeyScratch key;
    private Shape target = Shape.EMPTY;
    private boolean changed;
    private boolean sizesStay;
    private long growth;
    private long droppedObjects;
    private long heldGrowth;

    /** Starts an update of the record at a position. */
    void begin(Chunk chunk, int at) {
        restart();
        rebase(chunk, at);
    }

    /** Goes on with a copy of the record; only what is a {@link #isPatch patch} may. */
    void rebase(Chunk chunk, int at) {
        base.pointedAt(chunk.bytes(), at, chunk.objects());
    }

    @Override
    protected Shape before() {
        return base.shape();
    }

    @Override
    protected CurrentValue viewBefore(int slot) {
        return slotView.pointedAt(slot);
    }

    @Override
    protected void forget() {
        base.forget();
        slotView.forget();
    }

    /** Scratch for the key of a new profile. */
    KeyScratch key() {
        KeyScratch known = key == null ? new KeyScratch() : key;
        key = known;
        return known;
    }

    private RecordImage image(Shape names) {
        RecordImage known = image == null ? new RecordImage() : image;
        image = known;
        known.begin(names);
        return known;
    }

    /** The record as it was. */
    RecordView base() {
        return base;
    }

    /** Takes what is staged for good; answers whether it changes anything. */
    boolean settle() {
        encoded.clear();
        changed = false;
        sizesStay = true;
        growth = 0;
        droppedObjects = 0;
        heldGrowth = 0;
        for (int at = 0; at < stagedCount(); at++) {
            settleOne(at, stagedSlot(at));
        }
        target = after();
        if (target != base.shape()) {
            sizesStay = false;
            heldGrowth += target.heapSize() - (long) base.shape().heapSize();
        }
        return changed;
    }

    private void settleOne(int at, int slot) {
        Object value = settled(at);
        if (slot >= 0 && value != CurrentValue.ABSENT && isUnchanged(at)) {
            encoded.keep();
            return;
        }
        if (value == CurrentValue.ABSENT) {
            encoded.drop();
        } else {
            encoded.add(value);
            growth += Footprint.SLOT + footprint(at, value);
            heldGrowth += encoded.object(at) == null ? 0 : HeapSize.of(value);
            changed = true;
        }
        if (slot >= 0) {
            growth -= Footprint.SLOT + base.footprint(slot);
            if (base.isObject(slot)) {
                droppedObjects += base.footprint(slot);
                heldGrowth -= HeapSize.of(base.value(slot));
            }
            changed = true;
        }
        sizesStay &= slot >= 0 && isOfSameSize(at, slot);
    }

    private int footprint(int at, @Nullable Object value) {
        boolean latin = encoded.object(at) == null && encoded.bytes()[encoded.from(at)] == ValueBytes.LATIN;
        return latin ? Footprint.ofTextBytes(encoded.length(at) - 1) : Footprint.of(value);
    }

    private boolean isOfSameSize(int at, int slot) {
        return encoded.isWritten(at)
                && encoded.length(at) == base.to(slot) - base.from(slot)
                && (encoded.object(at) != null) == base.isObject(slot);
    }

    /** The record of a finished profile. */
    RecordImage image(Profile profile) {
        ObjectValue properties = profile.asObject();
        RecordImage whole = image(profile.shape());
        for (int slot = 0; slot < properties.size(); slot++) {
            whole.add(properties.value(slot));
        }
        return whole;
    }

    /** By how many bytes of {@link Footprint} the properties grow. */
    long growth() {
        return growth;
    }

    /** By how many bytes of {@link HeapSize} the objects beside the record's bytes grow. */
    long heldGrowth() {
        return heldGrowth;
    }

    /** The bytes of objects that the record loses. */
    long droppedObjects() {
        return droppedObjects;
    }

    /** Whether a {@link #patch} does all. */
    boolean isPatch() {
        return sizesStay;
    }

    /** Writes values over those in the record, which has been opened; only if it {@link #isPatch}. */
    void patch(Chunk chunk) {
        byte[] bytes = chunk.bytes();
        for (int at = 0; at < stagedCount(); at++) {
            if (encoded.isWritten(at)) {
                int slot = stagedSlot(at);
                Object object = encoded.object(at);
                if (object == null) {
                    System.arraycopy(encoded.bytes(), encoded.from(at), bytes, base.from(slot), encoded.length(at));
                } else {
                    chunk.replaceObject(base.objectAt(slot), object);
                }
            }
        }
    }

    /** Lets go of the objects that the record loses; answers how many. The record has been opened. */
    int letGo(Chunk chunk) {
        int count = 0;
        for (int at = 0; at < stagedCount(); at++) {
            int slot = stagedSlot(at);
            boolean stays = encoded.isKept(at) || encoded.isWritten(at) && encoded.object(at) != null;
            if (slot >= 0 && !stays && base.isObject(slot)) {
                chunk.replaceObject(base.objectAt(slot), null);
                count++;
            }
        }
        return count;
    }

    /** All properties as they are after the update. */
    RecordImage image() {
        RecordImage whole = image(target);
        Shape names = base.shape();
        int from = 0;
        for (int to = 0; to < target.size(); to++) {
            Name name = target.name(to);
            int staged = stagedIndex(name);
            int slot = staged >= 0 ? stagedSlot(staged) : slotFrom(names, from, name);
            from = slot < 0 ? from : slot + 1;
            if (staged < 0 || encoded.isKept(staged)) {
                whole.add(base, slot);
            } else {
                add(whole, staged, slot);
            }
        }
        return whole;
    }

    // Names are in one order before and after: what is passed over was taken away.
    private static int slotFrom(Shape names, int from, Name name) {
        int slot = from;
        while (!names.name(slot).same(name)) {
            slot++;
        }
        return slot;
    }

    private void add(RecordImage whole, int staged, int slot) {
        Object object = encoded.object(staged);
        if (object == null) {
            whole.add(encoded.bytes(), encoded.from(staged), encoded.to(staged));
        } else {
            whole.addObject(object, base, slot);
        }
    }
}
