package io.github.profileengine.benchmark.flood;

import com.sun.management.OperatingSystemMXBean;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.store.StoreKind;
import java.lang.management.ManagementFactory;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * Measures one kind of store with ordinary or chosen texts, in a JVM of its own. {@link FloodTable} starts it and reads
 * what it prints. Profiles have {@value #PROPERTIES} properties out of {@value #NAMES} names, and every update sets
 * one.
 */
final class FloodRun {
    private static final int PROFILES = 1 << 17;
    private static final int NAMES = 4_096;
    private static final int PROPERTIES = 12;
    private static final int BATCH = 2_000;

    private final ProfileEngine engine;
    private final String[] ids;
    private final String[] names;
    private final SplittableRandom random = new SplittableRandom(3);
    private long serial;

    private FloodRun(StoreKind kind, Texts ids, Texts names) {
        engine = ProfileEngine.builder().store(kind).build();
        this.ids = ids.of(PROFILES, 1);
        this.names = names.of(NAMES, 2);
    }

    /** Arguments: the kind of store, the texts of ids and of names, and seconds. */
    public static void main(String[] arguments) {
        FloodRun run =
                new FloodRun(StoreKind.valueOf(arguments[0]), Texts.valueOf(arguments[1]), Texts.valueOf(arguments[2]));
        long nanos = TimeUnit.SECONDS.toNanos(Integer.parseInt(arguments[3]));
        run.fill();
        run.nanosPerUpdate(nanos);
        System.out.println(run.nanosPerUpdate(nanos));
    }

    private void fill() {
        for (int from = 0; from < PROFILES; from += BATCH) {
            Batch.Builder batch = Batch.builder();
            for (int number = from; number < Math.min(PROFILES, from + BATCH); number++) {
                UpdateBuilder update = Update.of(id(number));
                for (int property = 0; property < PROPERTIES; property++) {
                    update.set(name(number, property), serial++);
                }
                batch.add(update.build());
            }
            apply(batch.build());
        }
    }

    // Creates a new text, as a decoder does: its hash is not known yet.
    private ProfileId id(int number) {
        return ProfileId.user("flooded", new String(ids[number].toCharArray()));
    }

    // A few hundred sets of names: profiles share shapes, and nearly all names are in use.
    private String name(int number, int property) {
        int set = number % (NAMES / PROPERTIES);
        return new String(names[set * PROPERTIES + property].toCharArray());
    }

    private void apply(Batch batch) {
        if (engine.apply(batch).rejected() > 0) {
            throw new IllegalStateException("rejected");
        }
    }

    /** Processor time of the whole JVM per update; making the update is included. */
    private double nanosPerUpdate(long nanos) {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long start = System.nanoTime();
        long before = system.getProcessCpuTime();
        long updates = 0;
        while (System.nanoTime() - start < nanos) {
            Batch.Builder batch = Batch.builder();
            for (int at = 0; at < BATCH; at++) {
                int number = random.nextInt(PROFILES);
                batch.add(Update.of(id(number))
                        .set(name(number, random.nextInt(PROPERTIES)), serial++)
                        .build());
            }
            apply(batch.build());
            updates += BATCH;
        }
        return (double) (system.getProcessCpuTime() - before) / updates;
    }
}
