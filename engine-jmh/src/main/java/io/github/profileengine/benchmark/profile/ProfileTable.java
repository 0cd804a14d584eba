package io.github.profileengine.benchmark.profile;

import io.github.profileengine.benchmark.Cell;
import io.github.profileengine.benchmark.Effort;
import io.github.profileengine.benchmark.Run;
import io.github.profileengine.benchmark.Section;
import io.github.profileengine.benchmark.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;

/** The tables of operations on one profile. */
public final class ProfileTable {
    private static final Effort EFFORT = new Effort(2, 3, 3, 300);
    // It takes seconds until all that an engine's batch calls is compiled for good.
    private static final Effort LONG_WARM_UP = new Effort(2, 6, 5, 1000);

    private ProfileTable() {}

    /** Checks that all implementations agree, then returns the tables. */
    public static List<Section> sections() {
        checkAll();
        return List.of(set(), operations(), five(), outcomes());
    }

    /** Fails unless every implementation gives the same results at every size. */
    static void checkAll() {
        for (int size : new int[] {4, 12, 40, 200}) {
            for (PropertyMaps implementation : PropertyMaps.values()) {
                PropertyMapCheck.check(implementation.create(), new SampleProfile(size));
            }
        }
    }

    private static Section set() {
        return section(
                "One `$set` of one property, ns (bytes allocated), ratio to ours",
                "A name the profile has, a value it does not hold, always on the same profile.",
                List.of(new Run(ProfileSetBenchmark.class.getName(), Map.of())),
                result -> row(result, result.getParams().getParam("properties") + " properties"),
                List.of(
                        target("12 properties, against naive", "12 properties", 8, PropertyMaps.COPIED_HASH_MAP),
                        target(
                                "12 properties, against the best persistent map",
                                "12 properties",
                                1.8,
                                PropertyMaps.ECLIPSE_IMMUTABLE_MAP,
                                PropertyMaps.VAVR_HASH_MAP,
                                PropertyMaps.SCALA_MAP,
                                PropertyMaps.SCALA_VECTOR_MAP),
                        target("200 properties, against naive", "200 properties", 40, PropertyMaps.COPIED_HASH_MAP)));
    }

    private static Section operations() {
        String name = ProfileOperationsBenchmark.class.getName();
        return section(
                "Other operators on one of 12 properties, ns (bytes allocated), ratio to ours",
                "The mutable map is left out where a call would find the next one's work done.",
                List.of(
                        new Run(name + "\\.(add|setOncePresent)", Map.of("properties", twelve())),
                        new Run(
                                name + "\\.(setOnceAbsent|unset)",
                                Map.of("properties", twelve(), "implementation", immutable()))),
                result -> row(result, operationsColumn(result)),
                List.of());
    }

    private static Section five() {
        String name = FiveOperationsBenchmark.class.getName();
        return section(
                "One update of five operations on 12 properties, ns (bytes allocated), ratio to ours",
                "Two `$set`, one `$set_once`, one `$add`, one `$unset`.",
                List.of(
                        new Run(name + "\\.reduced", Map.of()),
                        new Run(name + "\\.copiedOnce", Map.of()),
                        new Run(name + "\\.oneByOne", Map.of("implementation", immutable()))),
                result -> List.of(Section.cell(result, fiveRow(result), "five operations", 1)),
                List.of());
    }

    private static String fiveRow(RunResult result) {
        return switch (Section.method(result)) {
            case "reduced" -> "`Reducer.reduce` (ours)";
            case "copiedOnce" -> "`HashMap` copied once, then five in place";
            default -> label(result) + ", one by one";
        };
    }

    private static Section outcomes() {
        String name = OutcomesBenchmark.class.getName();
        return new Section(
                "Outcomes asked for and not, ns per update (bytes allocated), ratio to not asked",
                "The update of five operations. `fold` hands out profiles only and can hold no outcome; not"
                        + " asking costs nothing but the answer that `reduce` makes. `apply` also writes `$last_seen`,"
                        + " and each update of its batches brings the name that the next one takes away.",
                LONG_WARM_UP,
                List.of(GCProfiler.class),
                List.of(
                        new Run(name + "\\.(notAsked|batchNotAsked)", Map.of()),
                        new Run(name + "\\.(asked|batchAsked)", Map.of()),
                        new Run(name + "\\.fold", Map.of())),
                ProfileTable::outcome,
                List.of());
    }

    private static List<Cell> outcome(RunResult result) {
        String method = Section.method(result);
        boolean batch = method.startsWith("batch");
        String row = method.equals("fold") ? "`fold`" : method.endsWith("otAsked") ? "not asked for" : "asked for";
        String column = batch ? "`apply`, batch of 100" : "`reduce`, one update";
        return List.of(Section.cell(result, row, column, batch ? OutcomesBenchmark.BATCH : 1));
    }

    private static String operationsColumn(RunResult result) {
        return switch (Section.method(result)) {
            case "add" -> "`$add`";
            case "setOnceAbsent" -> "`$set_once`, absent";
            case "setOncePresent" -> "`$set_once`, present";
            default -> "`$unset`";
        };
    }

    private static Section section(
            String title, String note, List<Run> runs, Function<RunResult, List<Cell>> cells, List<Target> targets) {
        return new Section(title, note, EFFORT, List.of(GCProfiler.class), runs, cells, targets);
    }

    private static List<Cell> row(RunResult result, String column) {
        return List.of(Section.cell(result, label(result), column, 1));
    }

    private static String label(RunResult result) {
        return PropertyMaps.valueOf(result.getParams().getParam("implementation"))
                .label();
    }

    private static String[] twelve() {
        return new String[] {"12"};
    }

    private static String[] immutable() {
        return Arrays.stream(PropertyMaps.values())
                .filter(PropertyMaps::immutable)
                .map(PropertyMaps::name)
                .toArray(String[]::new);
    }

    private static Target target(String text, String column, double atLeast, PropertyMaps... rows) {
        List<String> labels = Arrays.stream(rows).map(PropertyMaps::label).toList();
        return Target.atLeast(text, PropertyMaps.PROFILE.label(), labels, column, atLeast);
    }
}
