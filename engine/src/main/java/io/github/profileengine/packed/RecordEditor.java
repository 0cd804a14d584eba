package io.github.profileengine.packed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ProfileEditor;
import io.github.profileengine.representation.Shape;
import io.github.profileengine.representation.StagedAppend;
import io.github.profileengine.representation.StagedChange;
import org.jspecify.annotations.Nullable;

/**
 * Edits a profile that is a record, without making a profile of it. {@link #encodeStaged} encodes what is staged. Then
 * a store takes it: as a {@linkplain #patch patch} if only values change, and few of them their sizes, else as a whole
 * {@linkplain #image image}.
 *
 * <p>An editor is made anew for every batch and dropped after it. It stores many references, and under G1 storing one
 * into an old object marks a card, which costs more than making a young object now and then.
 */
final class RecordEditor extends ProfileEditor {
    private static final int MOST_RESIZED = 4;
    private final RecordView base = new RecordView();
    private final PackedValue packedValue = new PackedValue(base);
    private final EncodedValues encoded = new EncodedValues();
    private final EditBalance balance = new EditBalance();
    private @Nullable RecordImage image;
    private @Nullable RecordSplice splice;
    private @Nullable KeyScratch key;
    // Null if names stay, or stay within the record: making a shape of them takes long.
    private @Nullable Shape target;
    // Whether names stay, and values stay inline or out of line.
    private boolean onlyValues;
    private int resized;
    private int valueGrowth;

    /** Starts an update of the record at a position. */
    void begin(Chunk chunk, int at) {
        restart();
        rebase(chunk, at);
    }

    /** Goes on with a copy of the record; only for a {@linkplain #isPatch patch}. */
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
        return packedValue.pointedAt(slot);
    }

    @Override
    protected void forget() {
        base.forget();
        packedValue.forget();
    }

    /** Scratch for the key of a new profile. */
    KeyScratch key() {
        KeyScratch known = key == null ? new KeyScratch() : key;
        key = known;
        return known;
    }

    /** The record that is edited: in its old state until a {@link #patch} writes over it or over its copy. */
    RecordView base() {
        return base;
    }

    /** Encodes all that is staged, without writing to the record yet; returns whether anything changes. */
    boolean encodeStaged() {
        encoded.clear();
        balance.clear();
        onlyValues = true;
        resized = 0;
        valueGrowth = 0;
        boolean changed = false;
        boolean namesStay = true;
        for (int at = 0; at < stagedCount(); at++) {
            StagedChange change = staged(at);
            EncodedValue form = encoded.next();
            encode(change, form);
            namesStay &= change.wasThere() && !form.isGone();
            changed |= form.isWritten() || form.isGone() && change.wasThere();
        }
        target = null;
        if (!namesStay) {
            onlyValues = false;
            encodeNames();
        }
        return changed;
    }

    private void encodeNames() {
        balance.exchangeNames(this, encoded);
        if (!RecordSplice.keepsNames(base, this, encoded)) {
            Shape names = after();
            target = names;
            balance.growNames(RecordNames.heapSize(names) - base.shapeHeapSize());
        }
    }

    private void encode(StagedChange change, EncodedValue form) {
        int slot = change.slot();
        if (encodeAsBytes(change.value(), form)) {
            encodeSize(form, base.from(slot), base.to(slot));
            return;
        }
        Object value = claimed(change);
        if (slot >= 0 && value != CurrentValue.ABSENT && isUnchanged(change)) {
            form.keep();
            return;
        }
        if (value == CurrentValue.ABSENT) {
            form.drop();
        } else {
            encoded.encode(form, value);
        }
        if (slot < 0) {
            onlyValues = false;
            encodeGained(form, value);
        } else {
            encodeExchanged(form, value, base.from(slot), base.to(slot));
        }
    }

    // Counts what the record gains, if anything.
    private void encodeGained(EncodedValue form, @Nullable Object value) {
        if (form.isWritten()) {
            balance.gain(encoded.footprint(form, value));
            Object object = form.object();
            if (object != null) {
                balance.gainObject(object);
            }
        }
    }

    // Counts that, and what the record loses: its bytes between two positions.
    private void encodeExchanged(EncodedValue form, @Nullable Object value, int from, int to) {
        if (form.isWritten()) {
            encodeSize(form, from, to);
            if (encoded.holdsAsMuch(form, base.bytes()[from])) {
                return;
            }
        }
        encodeGained(form, value);
        balance.lose(ValueBytes.footprint(base.bytes(), from, to, base.objects()));
        boolean wasObject = base.bytes()[from] == ValueBytes.OUT_OF_LINE;
        if (wasObject) {
            balance.loseObject(base.objects()[ValueBytes.objectPosition(base.bytes(), from)], form.object());
        }
        onlyValues &= form.isWritten() && form.object() != null == wasObject;
    }

    private void encodeSize(EncodedValue form, int from, int to) {
        int by = form.replace(from - base.valuesAt(), to - from);
        resized += by == 0 ? 0 : 1;
        valueGrowth += by;
    }

    // Encodes a list of the record that stays inline: what is left of it, or its bytes followed by those of new
    // elements. Returns false, and does nothing, for any other value.
    private boolean encodeAsBytes(@Nullable Object value, EncodedValue form) {
        if (value instanceof PackedList left) {
            encoded.takeOver(form, left);
            balance.shrink(left.taken());
            return true;
        }
        if (value instanceof StagedAppend grown
                && grown.base() instanceof PackedList list
                && encoded.encodeGrown(form, list, grown)) {
            balance.gainAdded(grown);
            return true;
        }
        return false;
    }

    /** The image of a finished profile. */
    RecordImage image(Profile profile) {
        RecordImage whole = blank();
        whole.begin(profile.shape());
        whole.addAll(profile.asObject());
        return whole;
    }

    /** What the {@linkplain #encodeStaged encoded} changes add and take away. */
    EditBalance balance() {
        return balance;
    }

    /** Whether a {@link #patch} is enough: only values change, and few of them their sizes, as each moves others. */
    boolean isPatch() {
        return onlyValues && resized <= MOST_RESIZED;
    }

    /** Bytes of all values after a {@link #patch}. */
    int patchedValueBytes() {
        return base.valueBytes() + valueGrowth;
    }

    /**
     * Overwrites values in the record, whose writing has begun ({@link Chunk#beginWrite}) and which has the room; only
     * if this {@link #isPatch}.
     */
    void patch(Chunk chunk) {
        patchThose(chunk, false);
        if (resized > 0) {
            // Values that shrink came first, to make room for these.
            patchThose(chunk, true);
        }
    }

    private void patchThose(Chunk chunk, boolean growing) {
        for (int at = 0; at < stagedCount(); at++) {
            EncodedValue form = encoded.at(at);
            if (form.isWritten() && form.growth() > 0 == growing) {
                patchOne(chunk, form, staged(at).slot());
            }
        }
    }

    private void patchOne(Chunk chunk, EncodedValue form, int slot) {
        Object object = form.object();
        if (object == null) {
            chunk.resizeValue(base, slot, form.growth());
            // If any value is resized, this one may have moved since it was looked up.
            int to = resized == 0 ? base.valuesAt() + form.replacedFrom() : base.from(slot);
            System.arraycopy(encoded.bytes(), form.from(), chunk.bytes(), to, form.length());
        } else {
            chunk.replaceObject(base.objectPosition(slot), object);
        }
    }

    /** Releases the objects that the record loses, after its writing has begun; returns how many. */
    int letGo(Chunk chunk) {
        int count = 0;
        for (int at = 0; at < stagedCount(); at++) {
            int slot = staged(at).slot();
            EncodedValue form = encoded.at(at);
            boolean stays = form.isKept() || form.isWritten() && form.object() != null;
            if (slot >= 0 && !stays && base.isOutOfLine(slot)) {
                chunk.replaceObject(base.objectPosition(slot), null);
                count++;
            }
        }
        return count;
    }

    /** All properties as they are after the update. */
    RecordImage image() {
        RecordImage whole = blank();
        boolean splices = RecordSplice.isFor(base, this);
        if (splices && target == null && base.holdsNames()) {
            whole.beginNamed();
        } else {
            whole.begin(target == null ? base.shape() : target);
        }
        if (splices) {
            splice().addTo(whole, base, this, encoded);
        } else {
            RecordMerge.addTo(whole, this, encoded);
        }
        return whole;
    }

    private RecordImage blank() {
        RecordImage known = image == null ? new RecordImage() : image;
        image = known;
        return known;
    }

    private RecordSplice splice() {
        RecordSplice known = splice == null ? new RecordSplice() : splice;
        splice = known;
        return known;
    }

    /** The index of a name's staged change; negative if none. */
    int stagedPlace(Name name) {
        return stagedIndex(name);
    }
}
