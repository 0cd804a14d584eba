package io.github.profileengine.benchmark.list;

import static io.github.profileengine.benchmark.list.ElementLists.COPIED_ARRAY;
import static io.github.profileengine.benchmark.list.ElementLists.ECLIPSE_IMMUTABLE_LIST;
import static io.github.profileengine.benchmark.list.ElementLists.LIST;
import static io.github.profileengine.benchmark.list.ElementLists.PROFILE;
import static io.github.profileengine.benchmark.list.ElementLists.SCALA_VECTOR;
import static io.github.profileengine.benchmark.list.ElementLists.VAVR_LINKED_SET;
import static io.github.profileengine.benchmark.list.ElementLists.VAVR_VECTOR;

import io.github.profileengine.benchmark.Effort;
import io.github.profileengine.benchmark.Run;
import io.github.profileengine.benchmark.Section;
import io.github.profileengine.benchmark.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;

/** The tables of operations on one list. */
public final class ListTable {
    private static final Effort EFFORT = new Effort(1, 3, 3, 300);

    private static final String[] MIDDLE_SIZES = {"100", "10000"};

    private ListTable() {}

    /** Checks that all implementations agree, then returns the tables. */
    public static List<Section> sections() {
        checkAll();
        return List.of(
                append(), forked(), appendGrowth(), union(), unionPresent(), unionGrowth(), remove(), removeAbsent());
    }

    /** Fails unless every implementation gives the same results at every size worth checking. */
    static void checkAll() {
        for (int size : new int[] {0, 1, 5, 15, 16, 17, 100, 1000}) {
            for (ElementLists implementation : ElementLists.values()) {
                ElementListCheck.check(implementation.create(), size);
            }
        }
    }

    private static Section append() {
        return section(
                "One `$append`, ns, ratio to ours",
                "Every append continues on the newest version; a list grown by a quarter is "
                        + "replaced, outside the time.",
                new Run(name(ListAppendBenchmark.class, "growing"), Map.of("implementation", lists())),
                List.of(
                        target("append at 10,000, against array copy", 100, COPIED_ARRAY),
                        alone("the same, the list alone", 100, COPIED_ARRAY)));
    }

    private static Section forked() {
        return section(
                "One `$append` to an old version, ns (bytes allocated), ratio to ours",
                "Always the same old version: our worst case.",
                new Run(
                        name(ListAppendBenchmark.class, "forked"),
                        Map.of("implementation", lists(), "size", MIDDLE_SIZES)),
                List.of());
    }

    private static Section appendGrowth() {
        String name = name(ListGrowthBenchmark.class, "appended");
        return growth(
                "Growing a list from nothing by `$append`, ns (bytes allocated) per operation, ratio to ours",
                List.of(
                        new Run(name, Map.of("implementation", names(PROFILE, LIST, VAVR_VECTOR, SCALA_VECTOR))),
                        new Run(
                                name,
                                Map.of(
                                        "implementation",
                                        names(COPIED_ARRAY, ECLIPSE_IMMUTABLE_LIST),
                                        "size",
                                        MIDDLE_SIZES))));
    }

    private static Section unionGrowth() {
        String name = name(ListGrowthBenchmark.class, "united");
        return growth(
                "Growing a list from nothing by `$union`, ns (bytes allocated) per operation, ratio to ours",
                List.of(
                        new Run(name, Map.of("implementation", names(PROFILE, LIST, VAVR_LINKED_SET))),
                        new Run(
                                name,
                                Map.of("implementation", names(COPIED_ARRAY, SCALA_VECTOR), "size", MIDDLE_SIZES))));
    }

    private static Section growth(String title, List<Run> runs) {
        return new Section(
                title,
                "Every operation on the newest version, growth and indexing included; what is "
                        + "quadratic stops at 10,000.",
                EFFORT,
                List.of(GCProfiler.class),
                runs,
                result -> List.of(Section.cell(result, label(result), column(result, "to "), size(result))),
                List.of());
    }

    private static Section union() {
        return section(
                "One `$union` of one new value, ns, ratio to ours",
                "On the newest version, replaced like `$append`; the operand is a list of one.",
                new Run(name(ListUnionBenchmark.class, "growing"), Map.of()),
                List.of(
                        target("union at 10,000, against array copy", 100, COPIED_ARRAY),
                        alone("the same, the list alone", 100, COPIED_ARRAY)));
    }

    private static Section unionPresent() {
        return section(
                "One `$union` of a value that is there, ns (bytes allocated), ratio to ours",
                "The list stays.",
                new Run(name(ListUnionBenchmark.class, "present"), Map.of("size", MIDDLE_SIZES)),
                List.of());
    }

    private static Section remove() {
        return section(
                "One `$remove` of a value that is there, ns (bytes allocated), ratio to ours",
                "All equal elements go; every call starts from the same list.",
                new Run(name(ListRemoveBenchmark.class, "present"), Map.of("implementation", lists())),
                List.of());
    }

    private static Section removeAbsent() {
        return section(
                "One `$remove` of a value that is not there, ns (bytes allocated), ratio to ours",
                "The list stays.",
                new Run(
                        name(ListRemoveBenchmark.class, "absent"),
                        Map.of("implementation", lists(), "size", MIDDLE_SIZES)),
                List.of());
    }

    private static Section section(String title, String note, Run run, List<Target> targets) {
        // Replacing lists allocates too, and the profiler cannot tell these bytes apart.
        boolean replaced = run.include().contains("growing");
        return new Section(
                title,
                note,
                EFFORT,
                replaced ? List.of() : List.of(GCProfiler.class),
                List.of(run),
                result -> List.of(Section.cell(result, label(result), column(result, ""), 1)),
                targets);
    }

    private static String name(Class<?> benchmark, String method) {
        return benchmark.getName() + "\\." + method + "$";
    }

    private static int size(RunResult result) {
        return Integer.parseInt(result.getParams().getParam("size"));
    }

    private static String column(RunResult result, String before) {
        return before + String.format(Locale.ROOT, "%,d", size(result)) + " elements";
    }

    private static String label(RunResult result) {
        return ElementLists.valueOf(result.getParams().getParam("implementation"))
                .label();
    }

    private static String[] lists() {
        return Arrays.stream(ElementLists.values())
                .filter(implementation -> implementation != VAVR_LINKED_SET)
                .map(ElementLists::name)
                .toArray(String[]::new);
    }

    private static String[] names(ElementLists... implementations) {
        return Arrays.stream(implementations).map(ElementLists::name).toArray(String[]::new);
    }

    private static Target target(String text, double atLeast, ElementLists row) {
        return Target.atLeast(text, PROFILE.label(), List.of(row.label()), "10,000 elements", atLeast);
    }

    private static Target alone(String text, double atLeast, ElementLists row) {
        return Target.atLeast(text, LIST.label(), List.of(row.label()), "10,000 elements", atLeast);
    }
}
