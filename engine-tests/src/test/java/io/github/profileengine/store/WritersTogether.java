package io.github.profileengine.store;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that apply batches to one engine, beside one that does something else meanwhile. Every update appends a mark
 * of its own to its profile, so that an update that is lost, doubled or out of order shows.
 */
final class WritersTogether {
    static final String MARKS = "marks";

    private static final int WRITERS = 3;
    private static final int BATCHES = 100;
    private static final long WRITERS_APART = 1_000_000;

    private final ProfileEngine engine;
    private final List<ProfileId> ids;
    private final long seed;
    private final AtomicInteger running = new AtomicInteger(WRITERS);

    /** Writers of an engine whose updates are of these ids. */
    WritersTogether(ProfileEngine engine, List<ProfileId> ids, long seed) {
        this.engine = engine;
        this.ids = ids;
        this.seed = seed;
    }

    interface Meanwhile {
        void run(Random random) throws Exception;
    }

    /** Runs all of them to their end; a failure of any is thrown. */
    void run(Meanwhile meanwhile) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 1);
        CyclicBarrier begin = new CyclicBarrier(WRITERS + 1);
        try {
            List<Callable<Object>> work = new ArrayList<>();
            work.add(() -> {
                begin.await();
                meanwhile.run(new Random(seed));
                return "done";
            });
            for (int number = 0; number < WRITERS; number++) {
                int writer = number;
                work.add(() -> {
                    begin.await();
                    try {
                        write(writer, new Random(seed + writer));
                    } finally {
                        running.decrementAndGet();
                    }
                    return "done";
                });
            }
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whether a writer has not come to its end. */
    boolean areRunning() {
        return running.get() > 0;
    }

    private void write(int writer, Random random) {
        long mark = writer * WRITERS_APART;
        for (int batch = 0; batch < BATCHES; batch++) {
            List<Update> updates = new ArrayList<>();
            int size = 1 + random.nextInt(6);
            for (int i = 0; i < size; i++) {
                updates.add(marked(ids.get(random.nextInt(ids.size())), mark++));
            }
            engine.apply(Batch.of(updates));
        }
    }

    static Update marked(ProfileId target, long mark) {
        return Update.of(target).append(MARKS, mark).add("count", 1).build();
    }

    /** Which writer made a mark; those of one come in rising order. */
    static long writer(Object mark) {
        return (Long) mark / WRITERS_APART;
    }
}
