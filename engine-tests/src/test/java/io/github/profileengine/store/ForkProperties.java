package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.EngineStore;
import io.github.profileengine.laws.StoreUnderTest.EntryResult;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.profile.CanonicalRecord;
import io.github.profileengine.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws M6 and L80: forks, and snapshots with the updates after them. */
class ForkProperties extends EngineLaws {
    private static EngineStore store(ProfileEngine engine) {
        return new EngineStore(engine, true);
    }

    private ProfileEngine folded(List<OracleEntry> batch) {
        ProfileEngine engine = builder(OracleOptions.DEFAULTS).shards(3).build();
        store(engine).apply(batch);
        return engine;
    }

    private static List<String> lines(ProfileEngine engine) {
        List<String> lines = new ArrayList<>();
        Snapshot state = engine.snapshot();
        state.profiles().forEach(profile -> lines.add(CanonicalRecord.of(profile)));
        state.aliases().forEach(alias -> lines.add(alias.canonicalRecord()));
        return lines;
    }

    private void same(ProfileEngine actual, List<OracleEntry> history) {
        assertThat(lines(actual)).isEqualTo(lines(folded(history)));
    }

    private static List<OracleEntry> part(List<OracleEntry> all, int part) {
        int size = all.size();
        return all.subList(size * part / 4, size * (part + 1) / 4);
    }

    @SafeVarargs
    private static List<OracleEntry> after(List<OracleEntry>... parts) {
        List<OracleEntry> all = new ArrayList<>();
        for (List<OracleEntry> part : parts) {
            all.addAll(part);
        }
        return all;
    }

    @Property
    void m6_aForkIsItsSourceAndThenGoesItsOwnWay(@ForAll("entries") List<OracleEntry> entries) {
        List<OracleEntry> past = part(entries, 0);
        ProfileEngine source = folded(past);
        ProfileEngine fork = source.fork();
        same(fork, past);
        store(fork).apply(part(entries, 1));
        ProfileEngine forkOfFork = fork.fork();
        store(source).apply(part(entries, 2));
        store(forkOfFork).apply(part(entries, 3));
        store(fork).apply(part(entries, 2));
        same(source, after(past, part(entries, 2)));
        same(fork, after(past, part(entries, 1), part(entries, 2)));
        same(forkOfFork, after(past, part(entries, 1), part(entries, 3)));
    }

    @Property
    void m6_aForkAndItsSourceAnswerTheSame(@ForAll("entries") List<OracleEntry> entries) {
        ProfileEngine source = folded(part(entries, 0));
        ProfileEngine fork = source.fork();
        List<OracleEntry> next = after(part(entries, 1), part(entries, 2));
        assertThat(store(fork).apply(next)).isEqualTo(store(source).apply(next));
        assertThat(fork.stateHash()).isEqualTo(source.stateHash());
    }

    @Property
    void m6_aForkOutlivesRestoreAndClearOfItsSource(@ForAll("entries") List<OracleEntry> entries) {
        List<OracleEntry> past = after(part(entries, 0), part(entries, 1));
        ProfileEngine source = folded(part(entries, 0));
        Snapshot early = source.snapshot();
        store(source).apply(part(entries, 1));
        ProfileEngine fork = source.fork();
        source.restore(early);
        same(source, part(entries, 0));
        ProfileEngine ofRestored = source.fork();
        source.clear("p");
        store(source).apply(part(entries, 2));
        same(fork, past);
        same(ofRestored, part(entries, 0));
        fork.clear("p");
        fork.restore(early);
        store(ofRestored).apply(part(entries, 3));
        same(fork, part(entries, 0));
        same(ofRestored, after(part(entries, 0), part(entries, 3)));
    }

    /** Cut anywhere, and continued in an engine of the same number of shards or another. */
    @Property
    void l80_aSnapshotAndTheRestAreTheWhole(
            @ForAll("entries") List<OracleEntry> entries, @ForAll @IntRange(max = 20) int anywhere) {
        int cut = Math.min(anywhere, entries.size());
        ProfileEngine running = folded(entries.subList(0, cut));
        Snapshot snapshot = running.snapshot();
        List<EntryResult> results = store(running).apply(entries.subList(cut, entries.size()));
        for (int shards : new int[] {3, 8}) {
            ProfileEngine other = builder(OracleOptions.DEFAULTS)
                    .shards(shards)
                    .state(snapshot)
                    .build();
            assertThat(store(other).apply(entries.subList(cut, entries.size()))).isEqualTo(results);
            same(other, entries);
        }
        same(running, entries);
    }
}
