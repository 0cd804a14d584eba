package io.github.profileengine.reducer;

import io.github.profileengine.operation.DeleteOperation;
import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.ObjectEditor;
import io.github.profileengine.representation.ProfileEditor;
import io.github.profileengine.representation.UtcSecond;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reducer for one thread at a time that keeps its working memory between updates. Its results are those of
 * {@link Reducer#reduce}.
 *
 * <p>It stages, checks and commits: operators stage what they would write, limits check it, the automatic times are
 * staged, and only then the profile is created. If the update is rejected, what it staged is dropped. Slots of long
 * lists that it had claimed, so that an operator could see their elements, are given back.
 */
public final class ReducerSession {
    private final ReducerOptions options;
    private final boolean limited;
    // Created when the first {@code Profile} object comes.
    private @Nullable ObjectEditor editor;
    private final DecidedRules decided = new DecidedRules();
    private @Nullable Rejection rejection;
    private @Nullable List<Outcome> outcomes;
    // How many outcomes of earlier updates the list began with.
    private int outcomesBefore;
    private boolean exists;
    private @Nullable Instant acceptedAt;
    // The second of {@code acceptedAt} as text, computed once: most updates of a batch use it.
    private @Nullable String acceptedSecond;

    ReducerSession(ReducerOptions options) {
        this.options = options;
        this.limited = !options.limits().isOff();
    }

    /**
     * Declares that an engine accepted all following updates at this moment: strict rules are not checked again, and an
     * update without a time gets this one. Null, the initial value, declares that nobody has accepted them.
     *
     * @throws InvalidUpdateException if the moment is outside the years 0000 to 9999
     */
    public void expectAccepted(@Nullable Instant moment) {
        if (acceptedAt != moment) {
            // Mostly the moment is the same as before, and then nothing is stored: storing a reference is not free.
            if (moment != null) {
                UpdateTime.requireInRange(moment);
            }
            // Created before the fields change: if memory runs out here, the next update sets the moment anew.
            String second = moment == null ? null : UtcSecond.text(moment);
            acceptedAt = moment;
            acceptedSecond = second;
        }
    }

    /** Why the last update was rejected; null if it was accepted. */
    public @Nullable Rejection rejection() {
        return rejection;
    }

    /** The rules of the last update's outcomes, whether outcomes were collected or not; valid until the next update. */
    public DecidedRules decided() {
        return decided;
    }

    /** The profile after an update, {@code before} itself if it was rejected; throws as {@link Reducer#reduce}. */
    public @Nullable Profile reduce(@Nullable Profile before, Update update) {
        ObjectEditor edited = begin(before, update);
        if (!stageAll(edited, before != null, update)) {
            return before;
        }
        if (!exists) {
            return null;
        }
        edited.commit();
        return Profile.committed(before, update.target(), edited);
    }

    /**
     * Stages an update in an editor of the caller, which has begun: all steps before the commit. Unless there is a
     * {@link #rejection}, the caller then commits what is staged, or removes the profile if it no longer
     * {@link #exists}.
     *
     * @param existed whether there is a profile
     * @param collected the list to add outcomes to; null if they are not wanted
     */
    public void stage(ProfileEditor edited, boolean existed, Update update, @Nullable List<Outcome> collected) {
        collect(collected);
        try {
            stageAll(edited, existed, update);
        } finally {
            outcomes = null;
        }
    }

    /** Whether there is a profile after the last update, if it was accepted. */
    public boolean exists() {
        return exists;
    }

    private boolean stageAll(ProfileEditor edited, boolean existed, Update update) {
        boolean isGood = false;
        try {
            isGood = stageAndJudge(edited, existed, update);
        } finally {
            if (!isGood) {
                edited.drop();
            }
        }
        if (!isGood) {
            keepRejectionOnly();
            return false;
        }
        if (exists) {
            AutomaticProperties.stageTimes(edited, options, !existed, update, acceptedSecond);
        }
        return true;
    }

    /** As {@link #reduce}, and adds the {@link Reduction#outcomes} of this update to {@code collected}. */
    public @Nullable Profile reduce(@Nullable Profile before, Update update, List<Outcome> collected) {
        collect(collected);
        try {
            return reduce(before, update);
        } finally {
            outcomes = null;
        }
    }

    /** What an update would do to a profile, without doing it; see {@link Reduction#outcomes}. */
    List<Outcome> explain(@Nullable Profile before, Update update) {
        List<Outcome> collected = new ArrayList<>();
        ObjectEditor edited = begin(before, update);
        collect(collected);
        try {
            if (!stageAndJudge(edited, before != null, update)) {
                keepRejectionOnly();
            }
        } finally {
            edited.drop();
            outcomes = null;
        }
        return List.copyOf(collected);
    }

    private void collect(@Nullable List<Outcome> collected) {
        outcomes = collected;
        outcomesBefore = collected == null ? 0 : collected.size();
    }

    private void keepRejectionOnly() {
        Rejection told = rejection;
        assert told != null;
        decided.clear();
        decided.add(told.rule());
        if (outcomes != null) {
            outcomes.subList(outcomesBefore, outcomes.size()).clear();
            outcomes.add(told.outcome());
        }
    }

    /**
     * Rejects the last update, which was accepted, for a reason outside of it. From now on it counts as rejected.
     *
     * @param collected the list with its outcomes; null if they were not wanted
     */
    public void reject(Rejection reason, @Nullable List<Outcome> collected) {
        rejection = reason;
        outcomes = collected;
        keepRejectionOnly();
        outcomes = null;
    }

    /** Releases the values of the last update, between two updates. They may be large and gone from every profile. */
    public void releaseScratch() {
        if (editor != null) {
            editor.clear();
        }
    }

    private ObjectEditor begin(@Nullable Profile before, Update update) {
        ObjectEditor begun = editor;
        if (begun == null) {
            begun = new ObjectEditor();
            editor = begun;
        }
        if (before == null) {
            begun.clear();
        } else if (before.id().equals(update.target())) {
            before.beginIn(begun);
        } else {
            throw new IllegalArgumentException("profile " + before.id() + " is not the update's " + update.target());
        }
        return begun;
    }

    // Stages everything but the automatic times; returns false if the update is rejected.
    private boolean stageAndJudge(ProfileEditor edited, boolean existed, Update update) {
        decided.clear();
        boolean judged = acceptedAt != null || update.isAccepted();
        rejection = options.strict() && !judged ? StrictRules.firstBroken(update) : null;
        if (rejection != null) {
            return false;
        }
        exists = existed;
        stageOperations(edited, update);
        if (limited && exists) {
            rejection = new LimitRules(options.limits()).firstBroken(edited);
        }
        return rejection == null;
    }

    private void stageOperations(ProfileEditor edited, Update update) {
        AutomaticProperties.stageLocation(edited, update);
        stageNext(edited, update.firstOperation());
        for (Operation operation : update.laterOperations()) {
            stageNext(edited, operation);
        }
    }

    private void stageNext(ProfileEditor edited, Operation operation) {
        if (operation.operator() == Operator.DELETE) {
            stageDelete(edited);
        } else {
            exists |= operation.operator().creates();
            stageProperties(edited, prepared(operation));
        }
    }

    private void stageDelete(ProfileEditor edited) {
        Rule rule = DeleteOperation.rule(exists);
        decided.add(rule);
        if (outcomes != null) {
            outcomes.add(DeleteOperation.outcome(rule));
        }
        exists = false;
        edited.drop();
        edited.clear();
    }

    private Operation prepared(Operation operation) {
        Operation flat = options.flattenAppendedLists() ? operation.flattened() : operation;
        return limited
                ? flat.truncated(
                        options.limits().maxNameCodePoints(), options.limits().maxTextBytes())
                : flat;
    }

    private void stageProperties(ProfileEditor edited, Operation operation) {
        for (int at = 0; at < operation.count(); at++) {
            CurrentValue now = edited.view(operation.name(at));
            Object after = operation.after(now, operation.operandAt(at));
            Rule rule = operation.decidingRule(at, now, after);
            decided.add(rule);
            if (outcomes != null) {
                outcomes.add(operation.outcome(at, now, rule));
            }
            if (after != CurrentValue.KEEP) {
                edited.stage(after);
            }
        }
    }
}
