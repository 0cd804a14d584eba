package io.github.profileengine.packed;

import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ProfileEditor;
import io.github.profileengine.representation.Shape;
import io.github.profileengine.representation.StagedChange;

/**
 * The few changes of an update in the order of a record's slots: what lies between two of them is taken over in one go,
 * and names that lie in the record are as well. Scratch of one writer.
 */
final class RecordSplice {
    /** So many are put into order one by one. */
    private static final int MOST = 8;
    // To go over so few, whose shape is there, takes no longer than to search for the place of a new one.
    private static final int FEW_NAMES = 16;

    // Of each, which staged change it is, and at which slot; of a name that is new, before which one.
    private final int[] changes = new int[MOST];
    private final int[] places = new int[MOST];
    private int count;

    /** Whether an update changes few of many names. */
    static boolean isFor(RecordView base, ProfileEditor edited) {
        return edited.stagedCount() <= MOST && (base.holdsNames() || base.size() > FEW_NAMES);
    }

    /**
     * Whether the names after an update go on to lie in the record, and no shape of them is looked for: they lie there
     * now, no shape of them can be shared, and each that is new has a number.
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

    // None gets a number if one of them cannot have one.
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
     * Adds all properties as they are after an update to an image that has begun.
     *
     * @param edited of which each change has its form
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

    // Of two at one place, which may be new names before a slot and that slot itself, the names decide.
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
