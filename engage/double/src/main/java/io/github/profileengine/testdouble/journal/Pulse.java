package io.github.profileengine.testdouble.journal;

import io.github.profileengine.store.EngineStats;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Counts for each of the latest seconds: the updates that came in, and the profiles and bytes that there were. A page
 * that is opened later can show them. It counts when something changes, profiles at most once a second, and has no
 * thread of its own. Any thread may use it.
 */
public final class Pulse {
    /** How many seconds it remembers. */
    public static final int SECONDS = 180;

    private final InstantSource time;
    private final LongSupplier updates;
    private final Supplier<EngineStats> engine;
    private final long[] came = new long[SECONDS];
    private final long[] profiles = new long[SECONDS];
    private final long[] bytes = new long[SECONDS];
    private long second;
    private long seen;

    /**
     * The counts of each second, oldest first, the present second last.
     *
     * @param second the present second, since 1970
     * @param updates the updates that came in during each second
     * @param profiles the number of profiles
     * @param bytes the bytes of heap that the profiles took
     */
    public record Trace(long second, List<Long> updates, List<Long> profiles, List<Long> bytes) {}

    /**
     * Starts without counts.
     *
     * @param time the time of the system: the clock of a double may stand still
     * @param updates how many updates have come in since the beginning
     * @param engine the present statistics of the engine
     */
    public Pulse(InstantSource time, LongSupplier updates, Supplier<EngineStats> engine) {
        this.time = time;
        this.updates = updates;
        this.engine = engine;
        this.second = now();
    }

    private long now() {
        return Math.floorDiv(time.millis(), 1000L);
    }

    /** Tells that something has changed. */
    public synchronized void beat() {
        long all = updates.getAsLong();
        if (moveTo(now())) {
            look();
        }
        came[SECONDS - 1] += Math.max(0, all - seen);
        seen = all;
    }

    /** The counts until now. */
    public synchronized Trace trace() {
        beat();
        look();
        return new Trace(second, list(came), list(profiles), list(bytes));
    }

    private static List<Long> list(long[] values) {
        return LongStream.of(values).boxed().toList();
    }

    private void look() {
        EngineStats stats = engine.get();
        profiles[SECONDS - 1] = stats.profiles();
        bytes[SECONDS - 1] = stats.heapBytes();
    }

    /**
     * Moves on to the present second. The seconds since the last look get what that look saw. If the clock was set
     * back, nothing moves.
     */
    private boolean moveTo(long next) {
        long step = Math.min(SECONDS, next - second);
        if (step <= 0) {
            return false;
        }
        int kept = SECONDS - (int) step;
        shift(came, kept, 0);
        shift(profiles, kept, profiles[SECONDS - 1]);
        shift(bytes, kept, bytes[SECONDS - 1]);
        second = next;
        return true;
    }

    private static void shift(long[] values, int kept, long fill) {
        System.arraycopy(values, SECONDS - kept, values, 0, kept);
        Arrays.fill(values, kept, SECONDS, fill);
    }
}
