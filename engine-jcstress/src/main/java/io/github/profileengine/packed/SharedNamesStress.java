package io.github.profileengine.packed;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A reader beside a writer that makes a record, which held its names itself, use the names of a shared shape. */
@JCStressTest
@JCStressMeta(NeverOlder.class)
@State
public class SharedNamesStress {
    // Together with the two times and "a" and "z", this is one name more than a shared shape can have.
    private static final Versions VERSIONS = new Versions(
            update -> update.set(Versions.numbers(1_021)).set("a", 1).set("z", 1),
            update -> update.set("a", 2).set("z", 2).unset("n500"));

    private final PackedTable table = VERSIONS.table();

    @Actor
    public void write() {
        VERSIONS.applySecond(table);
    }

    @Actor
    public void read(II_Result result) {
        result.r1 = VERSIONS.seen(table);
        result.r2 = VERSIONS.seen(table);
    }
}
