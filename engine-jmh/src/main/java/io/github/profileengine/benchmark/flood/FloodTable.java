package io.github.profileengine.benchmark.flood;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.ChildJvm;
import io.github.profileengine.benchmark.Conditions;
import io.github.profileengine.benchmark.KeptCommand;
import io.github.profileengine.benchmark.KeptLines;
import io.github.profileengine.benchmark.MarkdownTable;
import io.github.profileengine.store.StoreKind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code FloodTable [SECONDS] [--results FILE] [--fresh]}: what an update costs if all ids, or all names of properties,
 * were chosen to have the same {@code String.hashCode}, compared with ordinary texts of the same length.
 *
 * <p>131,072 profiles, 4,096 names, batches of 2,000, one thread. Every figure comes from a JVM of its own, which
 * measures for so many seconds (5 by default) after the same time of warming up. Figures are kept.
 */
public final class FloodTable {
    private static final int SECONDS = 5;

    private FloodTable() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        KeptCommand command = KeptCommand.orEnd(arguments, FloodTable.class, SECONDS);
        KeptLines lines = new KeptLines(command);
        String seconds = Integer.toString(command.seconds());
        Instant start = Instant.now();
        double load = Conditions.load();
        List<Cell> cells = new ArrayList<>();
        for (StoreKind kind : List.of(StoreKind.PACKED, StoreKind.PLAIN)) {
            String column = kind.name().toLowerCase(Locale.ROOT) + " store, ns";
            for (Case flooded : Case.values()) {
                cells.add(cell(lines, kind, flooded, column, seconds));
            }
        }
        System.out.println("### Processor time of an update, its making included, ratio to ordinary texts\n");
        System.out.println(new MarkdownTable(cells).text());
        System.out.println(Conditions.text(ChildJvm.largeHeap(), lines, start, load));
    }

    private static Cell cell(KeptLines kept, StoreKind kind, Case flooded, String column, String seconds)
            throws IOException, InterruptedException {
        List<String> lines = kept.of(
                ChildJvm.largeHeap(), FloodRun.class, kind.name(), flooded.ids.name(), flooded.names.name(), seconds);
        return new Cell(flooded.label(), column, Double.parseDouble(lines.get(0)), Double.NaN, Double.NaN);
    }

    private enum Case {
        NOTHING(Texts.ORDINARY, Texts.ORDINARY),
        IDS(Texts.FLOODED, Texts.ORDINARY),
        NAMES(Texts.ORDINARY, Texts.FLOODED);

        private final Texts ids;
        private final Texts names;

        Case(Texts ids, Texts names) {
            this.ids = ids;
            this.names = names;
        }

        String label() {
            return "ids " + ids.label() + ", names " + names.label();
        }
    }
}
