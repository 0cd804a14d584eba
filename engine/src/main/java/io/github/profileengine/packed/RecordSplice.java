package io.github.profileengine.packed;

import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ProfileEditor;
import io.github.profileengine.representation.Shape;
import io.github.profileengine.representation.StagedChange;

/**
 * The few changes of an update, in the order of a record's slots. What is between two of them is copied in one go, as
 * are names stored in the record. Scratch of one writer.
 */
final class RecordSplice {
    /** The most changes; an insertion sort orders them. */
    private static final int MOST = 8;
    // Walking over so few names, whose shape is known, takes no longer than searching for the place of a new one.
    private static final int FEW_NAMES = 16;

    // The index of each staged change, and its slot; for a new name, the slot before which it goes.
    private final int[] changes = new int[MOST];
    private final int[] places = new int[MOST];
    private int count;

    /** Whether an update changes few of many properties. */
    static boolean isFor(RecordView base, ProfileEditor edited) {
        return edited.stagedCount() <= MOST && (base.holdsNames() || base.size() > FEW_NAMES);
    }

    /**
     * Whether the names after an update stay in the record, so that no shape of them is looked up. That is so if they
     * are there now, no shared shape can have them, and each new name has a number.
     */
    static boolean keepsNames(RecordView base, ProfileEditor edited, EncodedValues forms) {
        return base.holdsNames()
                && isFor(base, edited)
                && !Shape.mayBeShared(edited.size(), () -> hashSumAfter(base, edited, forms))
                && areNewNamesNumbered(edited, forms);
    }

    private static int hashSumAfter(RecordView base, ProfileEditor edited, EncodedValues forms) {
        int sum = base.nameHashSum();
        for (int at = 0; at < edited.stagedCount(); at++) {
            StagedChange change = edited.staged(at);
            if (isNew(change, forms.at(at))) {
                sum += change.name().hash();
            } else if (forms.at(at).isGone() && change.wasThere()) {
                sum -= change.name().hash();
            }
        }
        return sum;
    }

    private static boolean isNew(StagedChange change, EncodedValue form) {
        return !change.wasThere() && form.isWritten();
    }

    // If one of them cannot have a number, none gets one.
    private static boolean areNewNamesNumbered(ProfileEditor edited, EncodedValues forms) {
        for (int at = 0; at < edited.stagedCount(); at++) {
            if (isNew(edited.staged(at), forms.at(at))
                    && !edited.staged(at).name().isShort()) {
                return false;
            }
        }
        for (int at = 0; at < edited.stagedCount(); at++) {
            if (isNew(edited.staged(at), forms.at(at))
                    && edited.staged(at).name().number() < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Adds all properties after an update to an image that has begun.
     *
     * @param edited the update; all its changes are encoded
     */
    void addTo(RecordImage whole, RecordView base, ProfileEditor edited, EncodedValues forms) {
        order(base, edited, forms);
        int from = 0;
        for (int at = 0; at < count; at++) {
            StagedChange change = edited.staged(changes[at]);
            EncodedValue form = forms.at(changes[at]);
            whole.add(base, from, places[at]);
            if (form.isWritten()) {
                whole.addName(change.name());
                forms.addTo(whole, form, base, change.slot());
            }
            from = places[at] + (change.wasThere() ? 1 : 0);
        }
        whole.add(base, from, base.size());
    }

    private void order(RecordView base, ProfileEditor edited, EncodedValues forms) {
        count = 0;
        for (int at = 0; at < edited.stagedCount(); at++) {
            StagedChange change = edited.staged(at);
            if (isNew(change, forms.at(at))) {
                insert(at, base.placeOf(change.name()), edited);
            } else if (change.wasThere() && !forms.at(at).isKept()) {
                insert(at, change.slot(), edited);
            }
        }
    }

    // Two changes may have one place: new names before a slot, and that slot itself. Then the names decide.
    private void insert(int change, int place, ProfileEditor edited) {
        Name name = edited.staged(change).name();
        int to = count++;
        while (to > 0
                && (place < places[to - 1]
                        || place == places[to - 1]
                                && name.compareTo(edited.staged(changes[to - 1]).name()) < 0)) {
            places[to] = places[to - 1];
            changes[to] = changes[to - 1];
            to--;
        }
        places[to] = place;
        changes[to] = change;
    }
}
