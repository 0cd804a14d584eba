package io.github.profileengine.store;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads that apply batches to one engine, and one more that does something else meanwhile. Every update appends a
 * mark of its own to its profile, so that an update that is lost, doubled or out of order shows.
 */
final class WritersTogether {
    static final String MARKS = "marks";

    private static final int WRITERS = 3;
    private static final long WRITERS_APART = 1_000_000;

    private final ProfileEngine engine;
    private final List<ProfileId> ids;
    private final int batches;
    private final long seed;
    private final AtomicInteger running = new AtomicInteger(WRITERS);
    private final Set<Long> lastOfBatches = ConcurrentHashMap.newKeySet();

    /** Writers to an engine whose updates go to these ids. */
    WritersTogether(ProfileEngine engine, List<ProfileId> ids, int batches, long seed) {
        this.engine = engine;
        this.ids = ids;
        this.batches = batches;
        this.seed = seed;
    }

    interface Meanwhile {
        void run(Random random) throws Exception;
    }

    /** Runs all of them to their end. Throws the failure of any of them. */
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

    /** Whether a writer is still running. */
    boolean areRunning() {
        return running.get() > 0;
    }

    private void write(int writer, Random random) {
        long mark = writer * WRITERS_APART;
        for (int batch = 0; batch < batches; batch++) {
            List<Update> updates = new ArrayList<>();
            int size = 1 + random.nextInt(6);
            for (int i = 0; i < size; i++) {
                updates.add(marked(ids.get(random.nextInt(ids.size())), mark++));
            }
            lastOfBatches.add(mark - 1);
            engine.apply(Batch.of(updates));
        }
    }

    /**
     * Whether the updates with these marks are whole batches, and for each writer all of its batches up to one of them.
     */
    boolean areWholeBatches(Collection<Object> marks) {
        Map<Long, Long> last = new HashMap<>();
        Map<Long, Long> count = new HashMap<>();
        for (Object mark : marks) {
            last.merge(writer(mark), (Long) mark, Math::max);
            count.merge(writer(mark), 1L, Long::sum);
        }
        return last.entrySet().stream()
                .allMatch(entry -> lastOfBatches.contains(entry.getValue())
                        && entry.getValue() - entry.getKey() * WRITERS_APART + 1 == count.get(entry.getKey()));
    }

    static Update marked(ProfileId target, long mark) {
        return Update.of(target).append(MARKS, mark).add("count", 1).build();
    }

    /** The writer that made a mark. The marks of one writer come in rising order. */
    static long writer(Object mark) {
        return (Long) mark / WRITERS_APART;
    }
}
