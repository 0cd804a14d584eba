package io.github.profileengine.representation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Carries one update onto one profile: operators view and stage; what comes of it is made at the end or dropped. Until
 * then nothing that anybody can see has changed, so an update is rejected by dropping what is staged. For one thread;
 * reusable.
 *
 * <p>It has two implementations: {@link ObjectEditor} over a profile that is an object, and one over a packed record.
 */
public abstract class ProfileEditor {
    private static final int NONE = -1;

    private final HeldValue view = new HeldValue();
    private final StagedChanges staged = new StagedChanges();
    // Which change that of the property viewed last is; if it is not staged, the next one. None before a view.
    private int viewed = NONE;
    private boolean stagedTwice;
    // Lists that an operator was shown grown, in this order.
    private @Nullable List<StagedAppend> early;

    protected ProfileEditor() {}

    /** The names of the profile as it was before; to make them may take long where {@link #slotBefore} does not. */
    protected abstract Shape before();

    /** The slot of a name in {@link #before}, or a negative number. */
    protected abstract int slotBefore(Name name);

    /** A view of a value as it was before. */
    protected abstract CurrentValue viewBefore(int slot);

    /** Drops what the profile was before: from now on there is none. */
    protected abstract void forget();

    /** Starts the next update: nothing is staged. */
    protected final void restart() {
        staged.restart();
        viewed = NONE;
        stagedTwice = false;
        early = null;
    }

    /**
     * The value that a property has now, with what was staged so far. Of this property {@link #stage} then stages what
     * becomes. A list that was staged to grow is made, so that it can be looked at.
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
     * Stages what becomes of the property viewed last: a canonical value, a {@link CurrentList} of a list that this
     * editor showed, a {@link StagedAppend}, or {@link CurrentValue#ABSENT} to take it away. Not a value that it has
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

    /** One of what is staged, in the order of first staging. */
    public final StagedChange staged(int at) {
        return staged.at(at);
    }

    /** Drops everything staged and everything that was there; holds on to no value any more. */
    public final void clear() {
        staged.clear();
        viewed = NONE;
        stagedTwice = false;
        early = null;
        forget();
        view.pointedAt(CurrentValue.ABSENT);
    }

    /** Which staged property has a name; negative if none. */
    protected final int stagedIndex(Name name) {
        return staged.indexOf(name);
    }

    // Before it is known whether anything comes of the update.
    private @Nullable Object claimedEarly(StagedChange change) {
        if (change.value() instanceof StagedAppend append) {
            List<StagedAppend> known = early == null ? new ArrayList<>() : early;
            known.add(append);
            early = known;
        }
        return claimed(change);
    }

    /** Gives back what was claimed for operators to look at: nothing comes of the update. */
    public final void drop() {
        List<StagedAppend> claims = early;
        if (claims != null) {
            early = null;
            // The last one first: each lies behind the one before.
            Collections.reverse(claims);
            claims.forEach(StagedAppend::release);
        }
    }

    /** What was staged; a list that is to grow does now. */
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

    /** Whether a change leaves a property as it was before, of which operators after each other may be the cause. */
    public final boolean leadsBack(StagedChange change) {
        if (!stagedTwice || !change.wasThere() || !change.willBeThere()) {
            return false;
        }
        Object value = claimedEarly(change);
        return viewBefore(change.slot()).sameAs(value instanceof CurrentList list ? list.value() : value);
    }

    /** The names of the profile after: those before, if the staged properties are the same ones. */
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
