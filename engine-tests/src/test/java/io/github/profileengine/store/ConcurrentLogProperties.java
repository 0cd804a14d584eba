package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws L79, L80, M3 and M6 while writers run. */
class ConcurrentLogProperties extends EngineLaws {
    private static final int MOST_RECORDINGS = 30;
    private static final long OWN_MARK = 9_000_000;
    private static final ProfileId ALIAS = ProfileId.user("p", "alias");
    private static final ProfileId END = ProfileId.user("p", "end");
    private static final List<ProfileId> IDS = List.of(
            ALIAS,
            ProfileId.user("p", "ada"),
            ProfileId.user("p", "bob"),
            ProfileId.user("q", "ada"),
            ProfileId.user("q", "bob"));

    private ProfileEngine engine(long seed) {
        return builder().shards(1 + (int) (seed & 7)).build();
    }

    /** The state when a recording starts, at any moment, and what is recorded after it are together the whole. */
    @Property(tries = 40)
    void l80_aStateAndTheLogAfterItAreTheWhole(@ForAll long seed) throws Exception {
        ProfileEngine engine = builder().shards(64).build();
        List<Recording> recordings = new ArrayList<>(List.of(engine.record()));
        WritersTogether writers = new WritersTogether(engine, IDS, 100, seed);
        writers.run(random -> {
            while (writers.areRunning() && recordings.size() < MOST_RECORDINGS) {
                if (seed % 4 == 0) {
                    betweenTheBatches(engine, random);
                }
                recordings.add(engine.record());
                Thread.yield();
            }
        });
        Random random = new Random(seed);
        for (Recording recording : recordings) {
            ProfileEngine other = builder()
                    .shards(1 + random.nextInt(20))
                    .state(recording.takeStart().orElseThrow())
                    .build();
            other.replay(LogShuffle.of(drained(recording), random), 1 + random.nextInt(2));
            assertThat(other.snapshot()).isEqualTo(engine.snapshot());
            assertThat(other.stateHash()).isEqualTo(engine.stateHash());
        }
    }

    /** A recording that the engine ends leads to the state that this returns. */
    @Property(tries = 20)
    void l79_whatIsRecordedUntilTheEndLeadsToTheStateThere(@ForAll long seed) throws Exception {
        ProfileEngine engine = builder().shards(64).build();
        Map<Recording, Snapshot> ends = new LinkedHashMap<>();
        WritersTogether writers = new WritersTogether(engine, IDS, 100, seed);
        writers.run(random -> {
            do {
                Recording recording = engine.record();
                Thread.yield();
                ends.put(recording, engine.end(recording));
            } while (writers.areRunning() && ends.size() < MOST_RECORDINGS);
        });
        ends.forEach((recording, end) -> {
            ProfileEngine other =
                    builder().state(recording.takeStart().orElseThrow()).build();
            other.replay(drained(recording));
            assertThat(other.snapshot()).isEqualTo(end);
        });
    }

    // Only now and then: faults do not show in what a restore or a clear removes.
    private static void betweenTheBatches(ProfileEngine engine, Random random) {
        switch (random.nextInt(6)) {
            case 0 -> engine.alias("p", "alias", "end");
            case 1 -> engine.clear("q");
            case 2 -> engine.restore(engine.snapshot());
            default -> engine.snapshot();
        }
    }

    /** A snapshot or fork holds all of a batch or nothing of it. */
    @Property(tries = 10)
    void m6_aSnapshotIsBetweenTwoBatches(@ForAll long seed) throws Exception {
        ProfileEngine engine = builder().shards(64).build();
        WritersTogether writers = new WritersTogether(engine, IDS, 500, seed);
        writers.run(random -> {
            while (writers.areRunning()) {
                ProfileEngine fork = random.nextInt(10) == 0 ? engine.fork() : null;
                Snapshot snapshot = fork == null ? engine.snapshot() : fork.snapshot();
                List<Object> marks = new ArrayList<>();
                snapshot.profiles().forEach(profile -> marks.addAll(profile.list(WritersTogether.MARKS)));
                assertThat(writers.areWholeBatches(marks)).isTrue();
            }
        });
    }

    private static List<LogEntry> drained(Recording recording) {
        List<LogEntry> log = new ArrayList<>();
        recording.drain(log::add);
        return log;
    }

    /** Once an alias counts for one update, it counts for all that come later, in the log as well. */
    @Property(tries = 40)
    void m3_anAliasTakesEffectBetweenTwoBatches(@ForAll long seed) throws Exception {
        ProfileEngine engine = engine(seed);
        Recording recording = engine.record();
        new WritersTogether(engine, List.of(ALIAS, END), 100, seed).run(random -> {
            Thread.yield();
            if (random.nextBoolean()) {
                engine.alias("p", "alias", "end");
                engine.apply(Batch.of(WritersTogether.marked(ALIAS, OWN_MARK)));
            } else {
                engine.apply(Batch.builder()
                        .alias("p", "alias", "end")
                        .add(WritersTogether.marked(ALIAS, OWN_MARK))
                        .build());
            }
        });
        assertThat(marks(engine, END)).contains(OWN_MARK);
        assertThat(marks(engine, ALIAS)).doesNotContain(OWN_MARK);
        marksAreOnOneSide(drained(recording));
        keepsEveryWritersOrder(marks(engine, ALIAS));
        keepsEveryWritersOrder(marks(engine, END));
    }

    private static List<Object> marks(ProfileEngine engine, ProfileId id) {
        Profile profile = engine.profile(id).orElse(Profile.empty(id));
        return profile.contains(WritersTogether.MARKS) ? profile.list(WritersTogether.MARKS) : List.of();
    }

    private static void marksAreOnOneSide(List<LogEntry> log) {
        boolean mapped = false;
        for (LogEntry entry : log) {
            if (entry instanceof LogEntry.Slice slice) {
                for (Update update : slice.updates()) {
                    assertThat(mapped && update.target().equals(ALIAS)).isFalse();
                }
            } else {
                assertThat(((LogEntry.Aliased) entry).alias()).isEqualTo(new Alias("p", "alias", "end"));
                mapped = true;
            }
        }
        assertThat(mapped).isTrue();
    }

    private static void keepsEveryWritersOrder(List<Object> marks) {
        Map<Long, Object> last = new HashMap<>();
        for (Object mark : marks) {
            Object before = last.put(WritersTogether.writer(mark), mark);
            assertThat(before == null || (Long) before < (Long) mark).isTrue();
        }
    }
}
