package io.github.profileengine.packed;

import java.util.Map;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A reader beside a writer that replaces an object beside the bytes of its record, and values within the bytes. */
@JCStressTest
@JCStressMeta(NeverOlder.class)
@State
public class ObjectRecordStress {
    // Long enough that the object does not lie in the record.
    private static final String LONG = "x".repeat(300);

    private static final Versions VERSIONS = new Versions(
            update -> update.set("a", 1).set("m", Map.of("n", 1, "o", LONG)).set("z", 1),
            update -> update.set("a", 2).set("m", Map.of("n", 2, "o", LONG)).set("z", 2));

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
