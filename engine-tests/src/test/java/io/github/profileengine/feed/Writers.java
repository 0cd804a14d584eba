package io.github.profileengine.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that write to every shard as an engine does: number and publish under the shard's lock, then dispatch. */
final class Writers {
    private final ChangeFeed feed;
    private final long[] next;
    private final Object[] locks;
    private final AtomicLong written = new AtomicLong();

    Writers(ChangeFeed feed, int shards) {
        this.feed = feed;
        this.next = new long[shards];
        this.locks = new Object[shards];
        for (int shard = 0; shard < shards; shard++) {
            locks[shard] = new Object();
        }
    }

    /** How many changes have been published. */
    long written() {
        return written.get();
    }

    /** Returns when all threads have written their changes. */
    void write(int threads, int changesOfEach) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier begin = new CyclicBarrier(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int offset = thread;
                running.add(pool.submit(() -> {
                    begin.await();
                    for (int change = 0; change < changesOfEach; change++) {
                        writeOne((offset + change) % next.length);
                    }
                    return null;
                }));
            }
            for (Future<?> writer : running) {
                writer.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private void writeOne(int shard) {
        synchronized (locks[shard]) {
            feed.publish(Changes.of(shard, next[shard]++));
        }
        written.incrementAndGet();
        feed.dispatch();
    }
}
