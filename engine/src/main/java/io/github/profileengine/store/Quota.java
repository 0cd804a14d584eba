package io.github.profileengine.store;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.reducer.Rejection;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What is used of one pair of bounds, and whether there is room for a new profile. Safe for every thread. */
final class Quota {
    private final long maxProfiles;
    private final long maxBytes;
    private final String whose;
    private final AtomicLong profiles = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    Quota(long maxProfiles, long maxBytes, String whose) {
        this.maxProfiles = maxProfiles;
        this.maxBytes = maxBytes;
        this.whose = whose;
    }

    /** Takes a place for a new profile, or says why there is none. */
    @Nullable
    Rejection take() {
        if (profiles.incrementAndGet() > maxProfiles) {
            giveBack();
            return Rejection.of(
                    Rule.RECORD_BOUND_PROFILES,
                    "profiles",
                    "no room for a new one: " + whose + " may hold " + maxProfiles);
        }
        if (bytes.get() >= maxBytes) {
            giveBack();
            return Rejection.of(
                    Rule.RECORD_BOUND_BYTES,
                    "profiles",
                    "no room for a new one: those of " + whose + " take " + maxBytes + " bytes or more");
        }
        return null;
    }

    /** How many places are taken. */
    long profiles() {
        return profiles.get();
    }

    /** Gives a place back. */
    void giveBack() {
        profiles.decrementAndGet();
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
