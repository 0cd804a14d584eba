package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.EngineStore;
import io.github.profileengine.laws.EngineUpdates;
import io.github.profileengine.laws.RandomUpdates;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.oracle.OracleValues;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Laws L66 to L69. Every update signs a log inside its profile, so the log shows the order in which the engine applied
 * the updates. Folding the updates in that order must give the same profile, and every read must be a prefix of it.
 */
class ConcurrencyProperties extends EngineLaws {
    private static final int WRITERS = 3;
    private static final int READERS = 2;
    private static final int UPDATES = 60;
    private static final List<OracleId> IDS =
            List.of(OracleId.user("p", "Aa"), OracleId.user("p", "BB"), OracleId.user("q", "Aa"));
    private static final String LOG = "log";

    private Run newRun(long seed) {
        return new Run(builder(OracleOptions.PLAIN).build(), seed);
    }

    @Property(tries = 10)
    void l66_parallelIsSomeOrderThatKeepsEachWritersOwn(@ForAll long seed) throws Exception {
        Run run = newRun(seed);
        run.start();
        for (OracleId id : IDS) {
            Map<String, Object> profile = run.store.profile(id);
            List<Object> log = logOf(profile);
            keepsEachWritersOrder(log);
            List<OracleUpdate> inOrder = log.stream().map(run.signed::get).toList();
            assertThat(inOrder).hasSize((int) run.signed.values().stream()
                    .filter(update -> update.target().equals(id))
                    .count());
            assertThat(applied(OracleOptions.PLAIN, inOrder).profile(id)).isEqualTo(profile);
        }
    }

    @Property(tries = 10)
    void l67_l69_everyReadIsALongerPrefix(@ForAll long seed) throws Exception {
        Run run = newRun(seed);
        List<List<Profile>> reads = run.start();
        for (List<Profile> readsOfOne : reads) {
            Map<ProfileId, Profile> last = new HashMap<>();
            for (Profile read : readsOfOne) {
                List<Object> log = logOf(read.properties());
                Profile before = last.put(read.id(), read);
                List<Object> earlier = before == null ? List.of() : logOf(before.properties());
                assertThat(log.size()).isGreaterThanOrEqualTo(earlier.size());
                assertThat(log.subList(0, earlier.size())).isEqualTo(earlier);
                if (log.size() > earlier.size()) {
                    isWhole(read, log.stream().map(run.signed::get).toList());
                } else {
                    // The effects of an update before it signs the log must not be visible without the signature.
                    assertThat(read).isEqualTo(before);
                }
            }
        }
    }

    private void isWhole(Profile read, List<OracleUpdate> prefix) {
        OracleId id = prefix.get(0).target();
        assertThat(EngineUpdates.read(read))
                .isEqualTo(applied(OracleOptions.PLAIN, prefix).profile(id));
    }

    @Property(tries = 10)
    void l68_aWriterReadsItsOwnWrites(@ForAll long seed) throws Exception {
        Run run = newRun(seed);
        run.checksOwnWrites = true;
        run.start();
    }

    private static void keepsEachWritersOrder(List<Object> log) {
        Map<Object, Long> last = new HashMap<>();
        for (Object entry : log) {
            long number = (Long) entry;
            assertThat(number).isGreaterThan(last.getOrDefault(number / 1_000, -1L));
            last.put(number / 1_000, number);
        }
    }

    /** The signatures in a profile; none if there is no profile, or nobody has signed it. */
    private static List<Object> logOf(Map<String, Object> profile) {
        return profile == null || !profile.containsKey(LOG) ? List.of() : new ArrayList<>((List<?>) profile.get(LOG));
    }

    /** Writers with their own updates on shared profiles, and readers of those. */
    private static final class Run {
        private final EngineStore store;
        private final Map<Object, OracleUpdate> signed = new HashMap<>();
        private final List<List<OracleUpdate>> scripts = new ArrayList<>();
        private final CyclicBarrier begin = new CyclicBarrier(WRITERS + READERS);
        private final AtomicBoolean done = new AtomicBoolean();
        private boolean checksOwnWrites;

        Run(ProfileEngine engine, long seed) {
            store = new EngineStore(engine, false);
            Random random = new Random(seed);
            for (long writer = 0; writer < WRITERS; writer++) {
                List<OracleUpdate> script = new ArrayList<>();
                for (long number = 0; number < UPDATES; number++) {
                    script.add(signed(random, writer * 1_000 + number));
                }
                scripts.add(script);
            }
        }

        private OracleUpdate signed(Random random, long signature) {
            OracleUpdate update = OracleUpdate.of(
                    IDS.get(random.nextInt(IDS.size())),
                    RandomUpdates.storable(random, List.of("a", "b", "c")).operands());
            OracleUpdate signedOne = update.and("$union", Map.of(LOG, List.of(signature)));
            signed.put(signature, signedOne);
            return signedOne;
        }

        List<List<Profile>> start() throws Exception {
            ExecutorService threads = Executors.newFixedThreadPool(WRITERS + READERS);
            try {
                List<Future<?>> writers = new ArrayList<>();
                for (List<OracleUpdate> script : scripts) {
                    writers.add(threads.submit((Callable<Object>) () -> write(script)));
                }
                List<Future<List<Profile>>> readers = new ArrayList<>();
                for (int reader = 0; reader < READERS; reader++) {
                    readers.add(threads.submit(this::read));
                }
                for (Future<?> writer : writers) {
                    writer.get();
                }
                done.set(true);
                List<List<Profile>> reads = new ArrayList<>();
                for (Future<List<Profile>> reader : readers) {
                    reads.add(reader.get());
                }
                return reads;
            } finally {
                done.set(true);
                threads.shutdownNow();
            }
        }

        private Object write(List<OracleUpdate> script) throws Exception {
            begin.await();
            for (int at = 0; at < script.size(); ) {
                int end = Math.min(script.size(), at + 1 + at % 4);
                store.apply(script.subList(at, end));
                if (checksOwnWrites) {
                    script.subList(0, end).forEach(this::requireVisible);
                }
                at = end;
            }
            return done;
        }

        private void requireVisible(OracleUpdate update) {
            Object own =
                    logOf(OracleValues.object(update.operands().get("$union"))).get(0);
            assertThat(logOf(store.profile(update.target()))).contains(own);
        }

        private List<Profile> read() throws Exception {
            begin.await();
            List<Profile> reads = new ArrayList<>();
            while (!done.get() && reads.size() < 2_000) {
                for (OracleId id : IDS) {
                    store.engine().profile(EngineUpdates.id(id)).ifPresent(reads::add);
                }
            }
            return reads;
        }
    }
}
