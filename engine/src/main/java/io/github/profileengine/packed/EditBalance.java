package io.github.profileengine.packed;

import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.HeapSize;
import io.github.profileengine.representation.ProfileEditor;
import io.github.profileengine.representation.StagedAppend;
import io.github.profileengine.representation.StagedChange;
import org.jspecify.annotations.Nullable;

/** Counts what an edit adds to a project and takes away, both as {@link Footprint} and as {@link HeapSize}. Scratch. */
final class EditBalance {
    private long growth;
    private long heldGrowth;
    private long droppedObjects;

    /** Sets all counts to 0. */
    void clear() {
        growth = 0;
        heldGrowth = 0;
        droppedObjects = 0;
    }

    /** Counts a new property or element of this {@link Footprint}. */
    void gain(int footprint) {
        growth += Footprint.SLOT + footprint;
    }

    /** Counts one that is gone. */
    void lose(int footprint) {
        growth -= Footprint.SLOT + footprint;
    }

    /** Counts the names that the record gains or loses. */
    void exchangeNames(ProfileEditor edited, EncodedValues encoded) {
        for (int at = 0; at < edited.stagedCount(); at++) {
            StagedChange change = edited.staged(at);
            boolean stays = !encoded.at(at).isGone();
            if (stays != change.wasThere()) {
                growth += stays ? Footprint.ofName(change.name()) : -Footprint.ofName(change.name());
            }
        }
    }

    /** Counts the elements that a list gains. */
    void gainAdded(StagedAppend grown) {
        for (int element = 0; element < grown.addedCount(); element++) {
            gain(Footprint.of(grown.added(element)));
        }
    }

    /** Counts the elements that a list loses; {@code footprint} includes their slots. */
    void shrink(int footprint) {
        growth -= footprint;
    }

    /** Counts a new out-of-line object. */
    void gainObject(Object object) {
        heldGrowth += HeapSize.of(object);
    }

    /** Counts one that is gone, and that {@code other}, if any, replaces. */
    void loseObject(@Nullable Object object, @Nullable Object other) {
        droppedObjects += HeapSize.ofLost(object, other);
        heldGrowth -= HeapSize.of(object);
    }

    /** Counts more bytes of {@link HeapSize} for what holds the names. */
    void growNames(int by) {
        heldGrowth += by;
    }

    /** By how many bytes of {@link Footprint} the properties grow. */
    long growth() {
        return growth;
    }

    /** By how many bytes of {@link HeapSize} the out-of-line objects grow. */
    long heldGrowth() {
        return heldGrowth;
    }

    /**
     * Bytes of {@link HeapSize} of the out-of-line values that the record loses, without what their replacements still
     * hold.
     */
    long droppedObjects() {
        return droppedObjects;
    }
}
