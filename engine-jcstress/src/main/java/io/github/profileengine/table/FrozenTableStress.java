package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * A reader beside a writer that freezes a table. Freezing makes the next write copy what it touches. The reader never
 * goes back in time, and what was frozen stays as it was.
 */
@JCStressTest
@Outcome(
        id = {"1, 1, 2, 1", "1, 2, 2, 1", "2, 2, 2, 1"},
        expect = Expect.ACCEPTABLE,
        desc = "In order.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Gone, back in time, or the frozen table changed.")
@State
public class FrozenTableStress {
    private static final ProfileId ID = ProfileId.user("p", "u");
    private static final Reducer REDUCER = new Reducer(ReducerOptions.defaults());
    private static final Update FIRST = set(1);
    private static final Update SECOND = set(2);

    private final PlainTable table = new PlainTable(REDUCER);
    private final TableStep step = new TableStep(Admission.ALL);
    private @Nullable FrozenTable frozen;

    public FrozenTableStress() {
        apply(FIRST);
    }

    private static Update set(int value) {
        return Update.of(ID).set("a", value).build().accepted(ID, Instant.EPOCH, null);
    }

    private void apply(Update update) {
        step.begin(false, true);
        table.apply(update, step);
    }

    @Actor
    public void write() {
        frozen = table.freeze();
        apply(SECOND);
    }

    @Actor
    public void read(IIII_Result result) {
        result.r1 = value(table);
        result.r2 = value(table);
    }

    @Arbiter
    public void end(IIII_Result result) {
        result.r3 = value(table);
        result.r4 = value(frozen);
    }

    private static int value(@Nullable TableReads reads) {
        Profile profile = reads == null ? null : reads.get(ID);
        return profile == null ? 0 : (int) profile.integer("a");
    }
}
