package io.github.profileengine.packed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.HeapSize;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectValue;
import io.github.profileengine.representation.ProfileEditor;
import io.github.profileengine.representation.Shape;
import io.github.profileengine.representation.StagedAppend;
import org.jspecify.annotations.Nullable;

/**
 * Edits a profile that is a record, without making a profile of it. {@link #settle} gives what is staged the form that
 * it has in records; then a store takes it: as a {@linkplain #patch patch} if only values change, and few of them their
 * sizes, else as a whole {@linkplain #image image}.
 *
 * <p>An editor is made anew for every batch and forgotten after it. It stores many references, and under G1 to store
 * one into an object that has grown old costs more than to make a young object now and then.
 */
final class RecordEditor extends ProfileEditor {
    private static final int MOST_RESIZED = 4;
    private final RecordView base = new RecordView();
    private final SlotView slotView = new SlotView(base);
    private final EncodedValues encoded = new EncodedValues();
    private @Nullable RecordImage image;
    private @Nullable KeyScratch key;
    // Null if the names stay: those of the record may have to be made.
    private @Nullable Shape target;
    private boolean changed;
    // Whether names stay, and what is an object remains one.
    private boolean onlyValues;
    private int resized;
    private int valueGrowth;
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
    protected int slotBefore(Name name) {
        return base.slotOf(name);
    }

    @Override
    public int sizeBefore() {
        return base.size();
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

    /** The record that is edited: as it was, until a {@link #patch} writes over it or over its copy. */
    RecordView base() {
        return base;
    }

    /** Gives all that is staged its form in a record, which is not touched yet; answers whether anything changes. */
    boolean settle() {
        encoded.clear();
        changed = false;
        onlyValues = true;
        resized = 0;
        valueGrowth = 0;
        growth = 0;
        droppedObjects = 0;
        heldGrowth = 0;
        boolean namesStay = true;
        for (int at = 0; at < stagedCount(); at++) {
            int slot = stagedSlot(at);
            settleOne(at, slot);
            namesStay &= slot >= 0 && !encoded.isGone(at);
        }
        target = namesStay ? null : after();
        if (target != null) {
            onlyValues = false;
            heldGrowth += RecordNames.heapSize(target) - (long) base.shapeHeapSize();
        }
        return changed;
    }

    private void settleOne(int at, int slot) {
        if (stagedValue(at) instanceof StagedAppend grown && settleGrown(grown)) {
            settleSize(at, base.to(slot) - base.from(slot));
            return;
        }
        Object value = settled(at);
        if (slot >= 0 && value != CurrentValue.ABSENT && isUnchanged(at)) {
            encoded.keep();
            return;
        }
        if (value == CurrentValue.ABSENT) {
            encoded.drop();
        } else {
            encoded.add(value);
            growth += Footprint.SLOT + encoded.footprint(at, value);
            heldGrowth += encoded.object(at) == null ? 0 : HeapSize.of(value);
            changed = true;
        }
        if (slot >= 0) {
            settleLeft(at, base.from(slot), base.to(slot));
        } else {
            onlyValues = false;
        }
    }

    // What the record loses: its bytes between two positions.
    private void settleLeft(int at, int from, int to) {
        int footprint = ValueBytes.footprint(base.bytes(), from, to, base.objects());
        boolean wasObject = base.bytes()[from] == ValueBytes.OBJECT;
        growth -= Footprint.SLOT + footprint;
        if (wasObject) {
            int held = HeapSize.of(base.objects()[ValueBytes.objectAt(base.bytes(), from)]);
            droppedObjects += held;
            heldGrowth -= held;
        }
        changed = true;
        if (encoded.isWritten(at) && (encoded.object(at) != null) == wasObject) {
            settleSize(at, to - from);
        } else {
            onlyValues = false;
        }
    }

    private void settleSize(int at, int lengthBefore) {
        int by = encoded.replaces(at, lengthBefore);
        resized += by == 0 ? 0 : 1;
        valueGrowth += by;
    }

    // A list in the record, as its bytes and those of what comes after them.
    private boolean settleGrown(StagedAppend grown) {
        if (!(grown.base() instanceof ListSlot list) || !encoded.addGrown(list, grown)) {
            return false;
        }
        for (int element = 0; element < grown.addedCount(); element++) {
            growth += Footprint.SLOT + Footprint.of(grown.added(element));
        }
        changed = true;
        return true;
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

    /** Bytes of {@link HeapSize} of the values that are objects and that the record loses. */
    long droppedObjects() {
        return droppedObjects;
    }

    /** Whether a {@link #patch} does all: only values change, and few of them their sizes, as each moves others. */
    boolean isPatch() {
        return onlyValues && resized <= MOST_RESIZED;
    }

    /** Bytes of all values after a {@link #patch}. */
    int patchedValueBytes() {
        return base.valueBytes() + valueGrowth;
    }

    /** Writes values over those in the record, which has been opened and has the room; only if it {@link #isPatch}. */
    void patch(Chunk chunk) {
        patchThose(chunk, false);
        if (resized > 0) {
            // What shrinks has made room for what grows.
            patchThose(chunk, true);
        }
    }

    private void patchThose(Chunk chunk, boolean growing) {
        for (int at = 0; at < stagedCount(); at++) {
            if (encoded.isWritten(at) && encoded.lengthened(at) > 0 == growing) {
                patchOne(chunk, at, stagedSlot(at));
            }
        }
    }

    private void patchOne(Chunk chunk, int at, int slot) {
        Object object = encoded.object(at);
        if (object == null) {
            chunk.resize(base, slot, encoded.lengthened(at));
            System.arraycopy(encoded.bytes(), encoded.from(at), chunk.bytes(), base.from(slot), encoded.length(at));
        } else {
            chunk.replaceObject(base.objectAt(slot), object);
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
        Shape names = base.shape();
        RecordImage whole = image(target == null ? names : target);
        // Slots that stay and lie one behind the other are taken over in one go.
        int run = 0;
        int from = 0;
        for (int to = 0; to < whole.shape().size(); to++) {
            Name name = whole.shape().name(to);
            int staged = stagedIndex(name);
            int slot = staged >= 0 ? stagedSlot(staged) : slotFrom(names, from, name);
            boolean stays = staged < 0 || encoded.isKept(staged);
            if (!stays || slot != from) {
                whole.add(base, run, from);
                run = slot < 0 ? from : stays ? slot : slot + 1;
            }
            if (!stays) {
                add(whole, staged, slot);
            }
            from = slot < 0 ? from : slot + 1;
        }
        whole.add(base, run, from);
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
