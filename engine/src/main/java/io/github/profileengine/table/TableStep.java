package io.github.profileengine.table;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.reducer.DecidedRules;
import io.github.profileengine.reducer.ReducerSession;
import io.github.profileengine.reducer.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One update on its way through a table: what the shard asks for, and the result. Scratch of one batch, for one update
 * after another, in any shards: under G1, storing a reference into an old object marks a card, which costs more than
 * making a young object for each batch.
 */
public final class TableStep {
    private final Admission admission;
    private final @Nullable Instant acceptedAt;
    private @Nullable List<Outcome> outcomes;
    private boolean touched;
    private boolean wantsProfiles;
    private @Nullable Profile before;
    private @Nullable Profile after;
    private boolean changed;
    private boolean gone;
    private long grownBytes;
    private @Nullable Rejection rejection;
    private @Nullable DecidedRules decided;
    private @Nullable Object kept;

    /** For updates that nobody has accepted: the table's reducer judges strict rules. */
    public TableStep(Admission admission) {
        this(admission, null);
    }

    /** For updates that an engine accepted at a moment. */
    public TableStep(Admission admission, @Nullable Instant acceptedAt) {
        this.admission = admission;
        this.acceptedAt = acceptedAt;
    }

    // What the shard asks for.

    /** Begins the next update, with or without its outcomes and the profiles before and after it. */
    public void begin(boolean withOutcomes, boolean withProfiles) {
        outcomes = withOutcomes ? new ArrayList<>() : null;
        wantsProfiles = withProfiles;
        before = null;
        after = null;
        rejection = null;
        changed = false;
    }

    /** Says whether a {@link TouchPass} has prefetched the profiles of the next updates. */
    public void setTouched(boolean isNear) {
        touched = isNear;
    }

    // What the table reads and reports.

    /** Whether the profile is likely to be in the cache: a hint. */
    public boolean isTouched() {
        return touched;
    }

    /** When the updates were accepted, for {@link ReducerSession#expectAccepted}; null if nobody has. */
    public @Nullable Instant acceptedAt() {
        return acceptedAt;
    }

    /** Where outcomes are collected; null if nobody asked. */
    public @Nullable List<Outcome> outcomes() {
        return outcomes;
    }

    /** Whether the table must report the profiles before and after; one that has them anyway always may. */
    public boolean wantsProfiles() {
        return wantsProfiles;
    }

    /** What a table has {@linkplain #keep kept}; null at first. */
    public @Nullable Object kept() {
        return kept;
    }

    /** Keeps scratch for the batch's next update. All tables of a batch are of one kind, and so is what they keep. */
    public void keep(Object scratch) {
        kept = scratch;
    }

    /** Asked before a new profile is stored. */
    public Admission admission() {
        return admission;
    }

    /** The update was accepted. If nothing changed, {@code before} and {@code after} are the same instance. */
    public void accepted(@Nullable Profile profileBefore, @Nullable Profile profileAfter, DecidedRules rules) {
        accepted(profileBefore, profileAfter, growth(profileBefore, profileAfter), rules);
    }

    private static long growth(@Nullable Profile from, @Nullable Profile to) {
        return from == to ? 0 : (to == null ? 0 : to.estimatedBytes()) - (from == null ? 0 : from.estimatedBytes());
    }

    /** The same, if the growth is known. */
    public void accepted(
            @Nullable Profile profileBefore, @Nullable Profile profileAfter, long grown, DecidedRules rules) {
        before = profileBefore;
        after = profileAfter;
        changed = before != after;
        gone = changed && after == null;
        grownBytes = grown;
        decidedBy(rules);
    }

    // A session always passes the same rules, and storing a reference is not free.
    private void decidedBy(DecidedRules rules) {
        if (decided != rules) {
            decided = rules;
        }
    }

    /** The update was accepted, and nobody asked for profiles. */
    public void accepted(Effect effect, long grown, DecidedRules rules) {
        changed = effect != Effect.NONE;
        gone = effect == Effect.GONE;
        grownBytes = grown;
        decidedBy(rules);
    }

    /** What an accepted update did to the profile as a whole. */
    public enum Effect {
        /** The profile is as it was, or there still is none. */
        NONE,
        /** The profile is new or has changed. */
        WRITTEN,
        /** The profile was removed. */
        GONE
    }

    /** The update was rejected and changed nothing. */
    public void rejected(Rejection reason, DecidedRules rules) {
        rejection = reason;
        decidedBy(rules);
    }

    // What the shard reads.

    /** The profile before, if it was asked for; null if there was none. */
    public @Nullable Profile before() {
        return before;
    }

    /** The profile after, if it was asked for; null if there is none. */
    public @Nullable Profile after() {
        return after;
    }

    public boolean isChanged() {
        return changed;
    }

    /** Whether the profile was removed. */
    public boolean isGone() {
        return gone;
    }

    /** By how many bytes {@link Profile#estimatedBytes} grew; no profile counts as 0. */
    public long grownBytes() {
        return grownBytes;
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
