package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.profileengine.laws.Places;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import java.lang.management.ManagementFactory;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Outcomes that nobody asks for take no memory. */
class OutcomesNotAskedForTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final int MANY = 200;
    private static final int UPDATES = 10;
    private static final int ROUNDS = 300;
    private static final long ALL = (long) MANY * UPDATES;

    // Its clock stands still, so that an ignored update leaves the profile as it is.
    private final ProfileEngine engine =
            Engines.builder().clock(() -> Places.CLOCK).build();

    OutcomesNotAskedForTest() {
        UpdateBuilder texts = Update.of(ADA);
        for (int i = 0; i < MANY; i++) {
            texts.set("text" + i, "x");
        }
        engine.apply(Batch.of(texts.build()));
    }

    /** Adding to a text is ignored. */
    private static Update ignored(int outcomes) {
        UpdateBuilder update = Update.of(ADA);
        for (int i = 0; i < outcomes; i++) {
            update.add("text" + i, 1);
        }
        return update.build();
    }

    /** Updates of so many outcomes, after one update that gives the batch's scratch the largest size that is needed. */
    private static Batch batch(int outcomes) {
        Batch.Builder batch = Batch.builder().add(ignored(MANY));
        for (int i = 0; i < UPDATES; i++) {
            batch.add(ignored(outcomes));
        }
        return batch.build();
    }

    /**
     * Bytes that a batch allocates after a warm-up: the minimum, as a round may also create what later rounds share.
     */
    private static long allocated(Batch batch, Consumer<Batch> apply) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = threads.getCurrentThreadAllocatedBytes();
            apply.accept(batch);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - start);
        }
        return least;
    }

    /** How many more bytes are allocated for updates of many outcomes than for updates of one. */
    private static long grown(Consumer<Batch> apply) {
        return allocated(batch(MANY), apply) - allocated(batch(1), apply);
    }

    @Test
    void apply_ofManyIgnoredOutcomes_takesNoMoreMemoryThanOfOne() {
        assertThat(engine.applyWithOutcomes(batch(MANY)).outcomes(UPDATES))
                .hasSize(MANY)
                .allMatch(outcome -> outcome.kind() == Outcome.Kind.IGNORED);
        assertThat(grown(engine::apply)).isLessThan(ALL);
    }

    /** Shows that the measurement works: it sees each outcome that is asked for, at least by its place in the list. */
    @Test
    void applyWithOutcomes_ofManyIgnoredOutcomes_takesMoreMemory() {
        assertThat(grown(engine::applyWithOutcomes)).isGreaterThan(ALL * Integer.BYTES);
    }
}
