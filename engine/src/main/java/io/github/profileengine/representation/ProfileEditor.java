package io.github.profileengine.representation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Carries one update onto one profile: operators view values and stage changes, which are made at the end or dropped.
 * Until then nothing visible has changed, so an update is rejected by dropping what is staged. For one thread;
 * reusable.
 *
 * <p>It has two implementations: {@link ObjectEditor} over a profile that is an object, and one over a packed record.
 */
public abstract class ProfileEditor {
    private static final int NONE = -1;

    private final HeldValue view = new HeldValue();
    private final StagedChanges staged = new StagedChanges();
    // The index of the staged change of the property viewed last; if it has none, the next index. None before a view.
    private int viewed = NONE;
    private boolean stagedTwice;
    // Lists that grew early so that an operator could see them, in this order.
    private @Nullable List<StagedAppend> early;

    protected ProfileEditor() {}

    /** The names of the profile as it was before. Making them may take long even if {@link #slotBefore} does not. */
    protected abstract Shape before();

    /** The slot of a name in {@link #before}, or a negative number. */
    protected abstract int slotBefore(Name name);

    /** A view of a value as it was before. */
    protected abstract CurrentValue viewBefore(int slot);

    /** Drops the profile as it was before: from now on there is none. */
    protected abstract void forget();

    /** Starts the next update, with nothing staged. */
    protected final void restart() {
        staged.restart();
        viewed = NONE;
        stagedTwice = false;
        early = null;
    }

    /**
     * The value that a property has now, with what was staged so far; {@link #stage} then stages a change of this
     * property. A list that was staged to grow is made, so that it can be looked at.
     */
    public final CurrentValue view(Name name) {
        int known = staged.indexOf(name);
        if (known >= 0) {
            viewed = known;
            Object value = claimedEarly(staged.at(known));
            return view.pointedAt(value instanceof CurrentList list ? list.value() : value);
        }
        viewed = staged.size();
        int slot = slotBefore(name);
        staged.begin(name, slot);
        return slot < 0 ? view.pointedAt(CurrentValue.ABSENT) : viewBefore(slot);
    }

    /** A view of a value that is an object, for {@link #viewBefore}. */
    protected final CurrentValue held(@Nullable Object value) {
        return view.pointedAt(value);
    }

    /**
     * Stages what the property viewed last becomes: a canonical value, a {@link CurrentList} from a list that this
     * editor showed, a {@link StagedAppend}, or {@link CurrentValue#ABSENT} to remove it. Not the value that it has
     * already.
     */
    public final void stage(@Nullable Object value) {
        if (viewed == staged.size()) {
            staged.add(value);
        } else {
            staged.at(viewed).become(value);
            stagedTwice = true;
        }
    }

    /** How many properties the profile had before. */
    public abstract int sizeBefore();

    /** How many properties the profile would have. */
    public final int size() {
        int size = sizeBefore();
        for (int at = 0; at < staged.size(); at++) {
            StagedChange change = staged.at(at);
            size += (change.willBeThere() ? 1 : 0) - (change.wasThere() ? 1 : 0);
        }
        return size;
    }

    public final int stagedCount() {
        return staged.size();
    }

    /** A staged change, in the order of first staging. */
    public final StagedChange staged(int at) {
        return staged.at(at);
    }

    /** Drops all that is staged and all that was there, with every reference to a value. */
    public final void clear() {
        staged.clear();
        viewed = NONE;
        stagedTwice = false;
        early = null;
        forget();
        view.pointedAt(CurrentValue.ABSENT);
    }

    /** The index of a name's staged change; negative if none. */
    protected final int stagedIndex(Name name) {
        return staged.indexOf(name);
    }

    // Claims slots before it is known whether the update is accepted.
    private @Nullable Object claimedEarly(StagedChange change) {
        if (change.value() instanceof StagedAppend append) {
            List<StagedAppend> known = early == null ? new ArrayList<>() : early;
            known.add(append);
            early = known;
        }
        return claimed(change);
    }

    /** Gives back the slots that were claimed early: the update comes to nothing. */
    public final void drop() {
        List<StagedAppend> claims = early;
        if (claims != null) {
            early = null;
            // The last one first: each lies behind the one before.
            Collections.reverse(claims);
            claims.forEach(StagedAppend::release);
        }
    }

    /** The staged value; a list that is staged to grow grows now. */
    protected final @Nullable Object claimed(StagedChange change) {
        if (change.value() instanceof StagedAppend append) {
            change.become(append.claim());
        }
        return change.value();
    }

    /**
     * Whether a {@link #claimed} value is what was there before. A value staged once differs, or its rule would have
     * kept the old one; two operators may lead back to it.
     */
    protected final boolean isUnchanged(StagedChange change) {
        return stagedTwice && viewBefore(change.slot()).sameAs(change.value());
    }

    /** Whether a change leaves a property as it was before, as several operators in a row may. */
    public final boolean leadsBack(StagedChange change) {
        if (!stagedTwice || !change.wasThere() || !change.willBeThere()) {
            return false;
        }
        Object value = claimedEarly(change);
        return viewBefore(change.slot()).sameAs(value instanceof CurrentList list ? list.value() : value);
    }

    /** The names of the profile afterwards: those before, if no property is added or removed. */
    protected final Shape after() {
        int added = 0;
        int removed = 0;
        for (int at = 0; at < staged.size(); at++) {
            StagedChange change = staged.at(at);
            added += isAdded(change) ? 1 : 0;
            removed += isRemoved(change) ? 1 : 0;
        }
        return added + removed == 0
                ? before()
                : before().changed(
                                names(added, ProfileEditor::isAdded).sortedNames(),
                                names(removed, ProfileEditor::isRemoved).sortedNames());
    }

    private static boolean isAdded(StagedChange change) {
        return change.willBeThere() && !change.wasThere();
    }

    private static boolean isRemoved(StagedChange change) {
        return change.wasThere() && !change.willBeThere();
    }

    private NameOrder names(int count, Predicate<StagedChange> which) {
        Name[] names = new Name[count];
        int next = 0;
        for (int at = 0; next < count; at++) {
            StagedChange change = staged.at(at);
            if (which.test(change)) {
                names[next++] = change.name();
            }
        }
        return NameOrder.of(names, 0, count);
    }
}
