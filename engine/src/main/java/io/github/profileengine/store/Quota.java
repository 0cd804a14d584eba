package io.github.profileengine.store;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.representation.CanonicalWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Counts what is used of one pair of bounds, and tells whether there is room for a new profile. Thread-safe. */
final class Quota {
    private final long maxProfiles;
    private final long maxBytes;
    private final @Nullable String project;
    private final AtomicLong profiles = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    /**
     * A quota of which nothing is used yet.
     *
     * @param project the token of the project that has the quota; null if it is the engine's
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

    /** Why there is no room for one more profile; null if there is room. */
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

    /** Gives a place back; returns how many are still taken. */
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

    /** Adds to both counts; negative numbers reduce them. */
    void add(long moreProfiles, long moreBytes) {
        profiles.addAndGet(moreProfiles);
        bytes.addAndGet(moreBytes);
    }

    /** Sets both counts. */
    void set(long presentProfiles, long presentBytes) {
        profiles.set(presentProfiles);
        bytes.set(presentBytes);
    }
}
