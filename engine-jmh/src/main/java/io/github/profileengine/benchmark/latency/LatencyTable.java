package io.github.profileengine.benchmark.latency;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.ChildJvm;
import io.github.profileengine.benchmark.Conditions;
import io.github.profileengine.benchmark.KeptCommand;
import io.github.profileengine.benchmark.KeptLines;
import io.github.profileengine.benchmark.MarkdownTable;
import io.github.profileengine.benchmark.store.Stores;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code LatencyTable [SECONDS] [--results FILE] [--fresh]}: how long a batch of 50 and of 2,000 updates takes in a
 * store of a million profiles. Batches come at half the pace that the store can keep up, and at half the pace of the
 * naive store.
 *
 * <p>The stores run one after the other, each in a JVM of its own, and each load for so many seconds (20 by default)
 * after the same time of warming up. A batch's time counts from the moment at which it was due. Finished stores are
 * kept.
 */
public final class LatencyTable {
    private static final int SECONDS = 20;
    private static final int[] BATCHES = {50, 2_000};
    // The naive store comes first, because half of its peak is the load under which all stores are compared.
    private static final List<Stores> ORDER =
            List.of(Stores.COPYING, Stores.PACKED, Stores.PLAIN, Stores.COMPUTE, Stores.MONITOR);
    private static final List<Stores> ROWS =
            List.of(Stores.PACKED, Stores.PLAIN, Stores.COMPUTE, Stores.COPYING, Stores.MONITOR);

    private LatencyTable() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        KeptCommand command = KeptCommand.orEnd(arguments, LatencyTable.class, SECONDS);
        KeptLines lines = new KeptLines(command);
        String seconds = Integer.toString(command.seconds());
        Instant start = Instant.now();
        double load = Conditions.load();
        Map<Stores, List<Latencies>> measured = new EnumMap<>(Stores.class);
        for (Stores store : ORDER) {
            measured.put(store, run(lines, store, seconds, measured.get(Stores.COPYING)));
            System.err.println("done: " + store.label());
        }
        for (int batch : BATCHES) {
            print(batch, LatencyRun.OWN, "half of its own peak", measured);
            print(batch, LatencyRun.COMMON, "half of the naive store's peak", measured);
        }
        System.out.println(Conditions.text(ChildJvm.largeHeap(), lines, start, load));
    }

    private static List<Latencies> run(KeptLines lines, Stores store, String seconds, @Nullable List<Latencies> naive)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(store.name(), seconds));
        for (int batch : BATCHES) {
            arguments.add(batch + ":"
                    + (naive == null ? 0 : find(naive, batch, LatencyRun.OWN).peak()));
        }
        return lines.of(ChildJvm.largeHeap(), LatencyRun.class, arguments.toArray(String[]::new)).stream()
                .map(Latencies::of)
                .toList();
    }

    // For the naive store both loads are the same.
    private static Latencies find(List<Latencies> all, int batch, String load) {
        return all.stream()
                .filter(one -> one.batch() == batch && one.load().equals(load))
                .findFirst()
                .orElseGet(() -> find(all, batch, LatencyRun.OWN));
    }

    private static void print(int batch, String load, String words, Map<Stores, List<Latencies>> measured) {
        List<Cell> cells = new ArrayList<>();
        ROWS.forEach(store -> cells.addAll(
                find(measured.getOrDefault(store, List.of()), batch, load).cells(store.label())));
        System.out.printf(
                Locale.ROOT,
                "### Batches of %,d at %s, from due to done, ratio to ours%n%n%s%n",
                batch,
                words,
                new MarkdownTable(cells).text());
    }
}
