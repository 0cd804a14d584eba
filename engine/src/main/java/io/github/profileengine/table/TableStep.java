package io.github.profileengine.table;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.reducer.DecidedRules;
import io.github.profileengine.reducer.Rejection;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One update on its way through a table: what the shard asks for, and what came of it. Scratch of one shard. */
public final class TableStep {
    private final Admission admission;
    private @Nullable List<Outcome> outcomes;
    private @Nullable Profile before;
    private @Nullable Profile after;
    private @Nullable Rejection rejection;
    private @Nullable DecidedRules decided;

    public TableStep(Admission admission) {
        this.admission = admission;
    }

    // What the shard asks for.

    /** Begins the next update, with its outcomes or without. */
    public void begin(boolean withOutcomes) {
        outcomes = withOutcomes ? new ArrayList<>() : null;
        before = null;
        after = null;
        rejection = null;
    }

    /** Ends the last update of a run: holds on to nothing of it. */
    public void end() {
        begin(false);
    }

    // What the table is told and tells.

    /** Where outcomes are collected; null if nobody asked. */
    public @Nullable List<Outcome> outcomes() {
        return outcomes;
    }

    /** Asked before a new profile is stored. */
    public Admission admission() {
        return admission;
    }

    /** The update was accepted; with no change, {@code before} and {@code after} are the same instance. */
    public void accepted(@Nullable Profile profileBefore, @Nullable Profile profileAfter, DecidedRules rules) {
        before = profileBefore;
        after = profileAfter;
        decided = rules;
    }

    /** The update was rejected and changed nothing. */
    public void rejected(Rejection reason, DecidedRules rules) {
        rejection = reason;
        decided = rules;
    }

    // What the shard reads.

    public @Nullable Profile before() {
        return before;
    }

    public @Nullable Profile after() {
        return after;
    }

    public boolean isChanged() {
        return before != after;
    }

    public @Nullable Rejection rejection() {
        return rejection;
    }

    /** The rules of the outcomes; valid until the table's next update. */
    public DecidedRules decided() {
        DecidedRules known = decided;
        assert known != null;
        return known;
    }
}
