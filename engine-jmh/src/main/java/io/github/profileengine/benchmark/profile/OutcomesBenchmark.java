package io.github.profileengine.benchmark.profile;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Reduction;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.BatchResult;
import io.github.profileengine.store.ProfileEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What do outcomes cost callers that ask for them, and callers that do not?
 *
 * <p>{@code fold} returns profiles only and cannot hold an outcome. If {@code notAsked} allocates more bytes, the
 * surplus is the cost of not asking. That cost is nothing if the surplus is no more than the returned answer itself
 * takes. Run with {@code -prof gc}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class OutcomesBenchmark {
    static final int BATCH = 100;

    private final Reducer reducer = new Reducer(ReducerOptions.defaults());
    private Profile profile;
    private Update[] updates;
    private List<List<Update>> single;
    private Batch[] batches;
    private ProfileEngine engine;
    private int next;

    @Setup
    public void setUp() {
        SampleProfile sample = new SampleProfile(12);
        FiveOperations five = new FiveOperations(sample);
        profile = Profile.of(OwnProfile.ID, sample.properties());
        updates = new Update[five.count()];
        single = new ArrayList<>();
        for (int i = 0; i < updates.length; i++) {
            updates[i] = five.update(i);
            single.add(List.of(updates[i]));
        }
        batches = new Batch[updates.length / BATCH];
        for (int i = 0; i < batches.length; i++) {
            int first = i * BATCH;
            batches[i] = Batch.of(
                    IntStream.range(first, first + BATCH).mapToObj(five::inTurn).toList());
        }
        engine = ProfileEngine.builder().build();
        UpdateBuilder filling = Update.of(OwnProfile.ID);
        sample.properties().forEach(filling::set);
        engine.apply(Batch.of(filling.build()));
        for (Batch batch : batches) {
            requireChanges(engine.applyWithOutcomes(batch));
        }
    }

    private static void requireChanges(BatchResult result) {
        for (int i = 0; i < BATCH; i++) {
            for (Outcome outcome : result.outcomes(i)) {
                if (outcome.kind() != Outcome.Kind.APPLIED) {
                    throw new IllegalStateException("an operation did nothing: " + outcome.explanation());
                }
            }
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        engine.close();
    }

    @Benchmark
    public @Nullable Profile fold() {
        return reducer.fold(profile, single.get(next()));
    }

    @Benchmark
    public @Nullable Profile notAsked() {
        return reducer.reduce(profile, updates[next()]).after();
    }

    @Benchmark
    public Object asked(Blackhole hole) {
        Reduction reduction = reducer.reduce(profile, updates[next()]);
        hole.consume(reduction.after());
        return reduction.outcomes();
    }

    /** A batch of 100 such updates on one profile of an engine, which also writes {@code $last_seen}. */
    @Benchmark
    public BatchResult batchNotAsked() {
        return engine.apply(batches[next() % batches.length]);
    }

    @Benchmark
    public BatchResult batchAsked() {
        return engine.applyWithOutcomes(batches[next() % batches.length]);
    }

    private int next() {
        next = next + 1 == updates.length ? 0 : next + 1;
        return next;
    }
}
