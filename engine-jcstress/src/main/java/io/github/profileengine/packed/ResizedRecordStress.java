package io.github.profileengine.packed;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A reader beside a writer that makes a value shorter, so that the values behind it move in their record. */
@JCStressTest
@JCStressMeta(NeverOlder.class)
@State
public class ResizedRecordStress {
    private static final Versions VERSIONS = new Versions(
            update -> update.set("a", 1).set("m", "x".repeat(30)).set("z", 1),
            update -> update.set("a", 2).set("m", "x").set("z", 2));

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
