package io.github.profileengine.benchmark.footprint;

import io.github.profileengine.benchmark.ChildJvm;
import io.github.profileengine.benchmark.Conditions;
import io.github.profileengine.benchmark.KeptCommand;
import io.github.profileengine.benchmark.KeptLines;
import io.github.profileengine.benchmark.store.Stores;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * {@code FootprintReport [--results FILE] [--fresh]}: bytes per profile by part, for profiles of 4, 12, 40 and 200
 * properties, packed, plain, and as copied hash maps.
 *
 * <p>Every row comes from a JVM of its own, and is kept. Beside the sum of the parts stand the growth of the heap,
 * measured after a collection, and the figure of {@code stats().heapBytes()}. The three must agree, except for some
 * megabytes in all that belong to no profile.
 */
public final class FootprintReport {
    private static final List<String> PROPERTIES = List.of("4", "12", "40", "200");
    private static final List<Stores> KINDS = List.of(Stores.PACKED, Stores.PLAIN, Stores.COPYING);

    private FootprintReport() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        KeptLines lines = new KeptLines(KeptCommand.orEnd(arguments, FootprintReport.class, 0));
        Instant start = Instant.now();
        double load = Conditions.load();
        System.out.println("""
                ### Bytes per profile, by part

                | properties | store | key | names | values | places of values | header | table | room, garbage, rest \
                | **sum** | measured heap | `heapBytes` |
                |--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|""");
        for (String properties : PROPERTIES) {
            for (Stores kind : KINDS) {
                lines.of(ChildJvm.largeHeap(), FootprintRun.class, kind.name(), properties)
                        .forEach(System.out::println);
            }
        }
        System.out.println();
        System.out.println(Conditions.text(ChildJvm.largeHeap(), lines, start, load));
    }
}
