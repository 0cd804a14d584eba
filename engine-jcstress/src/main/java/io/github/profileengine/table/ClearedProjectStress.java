package io.github.profileengine.table;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import java.time.Instant;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/** A reader beside a writer that clears a project. Once the project has no profiles, the reader finds none in it. */
@JCStressTest
@Outcome(
        id = {"1, true", "1, false", "0, false"},
        expect = Expect.ACCEPTABLE,
        desc = "In order.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A profile of a project that has been seen to be cleared.")
@State
public class ClearedProjectStress {
    private static final ProfileId ID = ProfileId.user("p", "u");
    private static final Reducer REDUCER = new Reducer(ReducerOptions.defaults());
    private static final Update FIRST = Update.of(ID).set("a", 1).build().accepted(ID, Instant.EPOCH, null);

    private final PlainTable table = new PlainTable(REDUCER);

    public ClearedProjectStress() {
        TableStep step = new TableStep(Admission.ALL);
        step.begin(false, false);
        table.apply(FIRST, step);
    }

    @Actor
    public void clear() {
        table.clear("p");
    }

    @Actor
    public void read(IZ_Result result) {
        result.r1 = (int) table.count("p");
        result.r2 = table.get(ID) != null;
    }
}
