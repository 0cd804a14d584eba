package io.github.profileengine.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Counters of a project in a shard. One writer; any thread may read, and sees recent numbers.
 *
 * <p>They are written with release: every update writes them, and a volatile store would first wait for all loads of
 * the update.
 */
public final class ProjectTally {
    /** The heap of a tally. */
    public static final int OWN_BYTES = 32;

    private static final VarHandle PROFILES = handle("profiles", int.class);
    private static final VarHandle BYTES = handle("bytes", long.class);
    private static final VarHandle HELD = handle("held", long.class);

    private volatile int profiles;
    private volatile long bytes;
    private volatile long held;

    /** Of a project without profiles. */
    public ProjectTally() {}

    private ProjectTally(ProjectTally original) {
        profiles = original.profiles;
        bytes = original.bytes;
        held = original.held;
    }

    private static VarHandle handle(String field, Class<?> type) {
        try {
            return MethodHandles.lookup().findVarHandle(ProjectTally.class, field, type);
        } catch (ReflectiveOperationException missing) {
            throw new ExceptionInInitializerError(missing);
        }
    }

    /** An independent copy. */
    public ProjectTally copy() {
        return new ProjectTally(this);
    }

    /** How many profiles there are. */
    public int profiles() {
        return profiles;
    }

    /** As {@link TableReads#bytes()}. */
    public long bytes() {
        return bytes;
    }

    /** The heap of what the project has made for single profiles. */
    public long held() {
        return held;
    }

    /** Counts a profile that came (1) or went (-1). */
    public void count(int more) {
        PROFILES.setRelease(this, profiles + more);
    }

    /**
     * Counts what a write changed.
     *
     * @param moreBytes of {@link #bytes}
     * @param moreHeld of {@link #held}
     */
    public void grow(long moreBytes, long moreHeld) {
        if (moreBytes != 0) {
            BYTES.setRelease(this, bytes + moreBytes);
        }
        if (moreHeld != 0) {
            HELD.setRelease(this, held + moreHeld);
        }
    }
}
