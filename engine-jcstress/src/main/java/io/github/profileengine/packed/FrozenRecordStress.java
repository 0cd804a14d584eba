package io.github.profileengine.packed;

import io.github.profileengine.table.FrozenTable;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * A reader beside a writer that freezes a table. Freezing makes the next write copy its record. The reader never goes
 * back in time, and what was frozen stays as it was.
 */
@JCStressTest
@Outcome(
        id = {"1, 1, 2, 1", "1, 2, 2, 1", "2, 2, 2, 1"},
        expect = Expect.ACCEPTABLE,
        desc = "In order.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Torn, gone, back in time, or the frozen table changed.")
@State
public class FrozenRecordStress {
    private static final Versions VERSIONS = new Versions(
            update -> update.set("a", 1).set("z", 1),
            update -> update.set("a", 2).set("z", 2));

    private final PackedTable table = VERSIONS.table();
    private @Nullable FrozenTable frozen;

    @Actor
    public void write() {
        frozen = table.freeze();
        VERSIONS.applySecond(table);
    }

    @Actor
    public void read(IIII_Result result) {
        result.r1 = VERSIONS.seen(table);
        result.r2 = VERSIONS.seen(table);
    }

    @Arbiter
    public void end(IIII_Result result) {
        result.r3 = VERSIONS.seen(table);
        result.r4 = VERSIONS.seen(frozen);
    }
}
