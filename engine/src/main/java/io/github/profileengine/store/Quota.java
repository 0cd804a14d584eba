package io.github.profileengine.store;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.representation.CanonicalWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What is used of one pair of bounds, and whether there is room for a new profile. Safe for every thread. */
final class Quota {
    private final long maxProfiles;
    private final long maxBytes;
    private final @Nullable String project;
    private final AtomicLong profiles = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /**
     * Nothing used yet.
     *
     * @param project the token of the project whose quota it is; null if it is the engine's
     */
    Quota(long maxProfiles, long maxBytes, @Nullable String project) {
        this.maxProfiles = maxProfiles;
        this.maxBytes = maxBytes;
        this.project = project;
    }

    /** Takes a place for a new profile, whether there is room or not. */
    void enter() {
        profiles.incrementAndGet();
    }

    /** Why there is no room for one more profile, or null. */
    @Nullable
    Rejection refusal() {
        if (profiles.get() >= maxProfiles) {
            return Rejection.of(
                    Rule.RECORD_BOUND_PROFILES,
                    "profiles",
                    "no room for a new one: " + whose() + " may hold " + maxProfiles);
        }
        if (bytes.get() >= maxBytes) {
            return Rejection.of(
                    Rule.RECORD_BOUND_BYTES,
                    "profiles",
                    "no room for a new one: those of " + whose() + " take " + maxBytes + " bytes or more");
        }
        return null;
    }

    private String whose() {
        if (project == null) {
            return "the engine";
        }
        StringBuilder text = new StringBuilder("project ");
        CanonicalWriter.appendText(text, project);
        return text.toString();
    }

    /** Gives a place back; answers how many are taken. */
    long leave() {
        return profiles.decrementAndGet();
    }

    /** How many places are taken. */
    long profiles() {
        return profiles.get();
    }

    /** How many bytes are used. */
    long bytes() {
        return bytes.get();
    }

    void grow(long moreBytes) {
        bytes.addAndGet(moreBytes);
    }

    /** Counts what a table holds. */
    void add(long moreProfiles, long moreBytes) {
        profiles.addAndGet(moreProfiles);
        bytes.addAndGet(moreBytes);
    }

    /** Starts again from what there is. */
    void set(long presentProfiles, long presentBytes) {
        profiles.set(presentProfiles);
        bytes.set(presentBytes);
    }
}
