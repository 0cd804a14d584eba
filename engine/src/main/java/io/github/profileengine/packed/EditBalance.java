package io.github.profileengine.packed;

import io.github.profileengine.representation.Footprint;
import io.github.profileengine.representation.HeapSize;
import io.github.profileengine.representation.ProfileEditor;
import io.github.profileengine.representation.StagedAppend;
import io.github.profileengine.representation.StagedChange;
import org.jspecify.annotations.Nullable;

/** How much of a project an edit adds and takes away, in the two ways in which that is counted. Scratch. */
final class EditBalance {
    private long growth;
    private long heldGrowth;
    private long droppedObjects;

    /** Begins anew. */
    void clear() {
        growth = 0;
        heldGrowth = 0;
        droppedObjects = 0;
    }

    /** A property or an element of so many bytes of {@link Footprint} is new. */
    void gain(int footprint) {
        growth += Footprint.SLOT + footprint;
    }

    /** One is gone. */
    void lose(int footprint) {
        growth -= Footprint.SLOT + footprint;
    }

    /** Of the names that the record gains or loses. */
    void exchangeNames(ProfileEditor edited, EncodedValues encoded) {
        for (int at = 0; at < edited.stagedCount(); at++) {
            StagedChange change = edited.staged(at);
            boolean stays = !encoded.at(at).isGone();
            if (stays != change.wasThere()) {
                growth += stays ? Footprint.ofName(change.name()) : -Footprint.ofName(change.name());
            }
        }
    }

    /** A list has gained elements. */
    void gainAdded(StagedAppend grown) {
        for (int element = 0; element < grown.addedCount(); element++) {
            gain(Footprint.of(grown.added(element)));
        }
    }

    /** A list has lost elements that, with their places, took so many. */
    void shrink(int footprint) {
        growth -= footprint;
    }

    /** An object beside a record's bytes is new. */
    void gainObject(Object object) {
        heldGrowth += HeapSize.of(object);
    }

    /** One is gone, in whose place another is, or none. */
    void loseObject(@Nullable Object object, @Nullable Object other) {
        droppedObjects += HeapSize.ofLost(object, other);
        heldGrowth -= HeapSize.of(object);
    }

    /** What holds the names takes more bytes of {@link HeapSize}. */
    void growNames(int by) {
        heldGrowth += by;
    }

    /** By how many bytes of {@link Footprint} the properties grow. */
    long growth() {
        return growth;
    }

    /** By how many bytes of {@link HeapSize} the objects beside the record's bytes grow. */
    long heldGrowth() {
        return heldGrowth;
    }

    /**
     * Bytes of {@link HeapSize} of the values that are objects and that the record loses, and does not hold on in
     * others.
     */
    long droppedObjects() {
        return droppedObjects;
    }
}
