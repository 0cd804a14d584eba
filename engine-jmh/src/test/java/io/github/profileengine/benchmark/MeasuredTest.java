package io.github.profileengine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.benchmark.store.MakingBenchmark;
import io.github.profileengine.benchmark.store.UpdateBenchmark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

class MeasuredTest {
    private static final Effort EFFORT = new Effort(1, 4, 5, 2000);
    private static final Run STORES = new Run(
            UpdateBenchmark.class.getName(),
            Map.of("implementation", new String[] {"PACKED", "COPYING", "MONITOR"}, "batch", new String[] {"50"}));

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private final List<String> failing = new ArrayList<>();
    private Request request;

    @BeforeEach
    void setUp() {
        request =
                Request.of("update", "--results", folder.resolve("rows.ndjson").toString());
    }

    @Test
    void text_oneRowFails_showsItAndTheOthers() {
        failing.add("COPYING");
        Measured measured = measured();

        assertThat(text(measured, STORES)).isEqualTo("""
                ### Title

                Note (1 JVM(s) each, 4 + 5 iterations of 2000 ms)

                | | batch of 50 |
                |---|--:|
                | PACKED | 10 |
                | COPYING | failed |
                | MONITOR | 10, **1.00x** |

                - slow: not known, failed: COPYING
                - same: at least 1.0x asked, **1.0x** measured
                - COPYING (batch of 50): failed with `java.lang.IllegalStateException: no 'room'`
                """);
        assertThat(measured.progress().failed()).isEqualTo(1);
        assertThat(measured.progress().now()).isEqualTo(2);
    }

    @Test
    void text_firstRowFails_comparesWithNothing() {
        failing.add("PACKED");

        assertThat(text(measured(), STORES))
                .contains("| PACKED | failed |\n| COPYING | 10 |\n| MONITOR | 10 |\n")
                .contains("- slow: not known, failed: PACKED\n- same: not known, failed: PACKED\n");
    }

    @Test
    void rows_nextProgram_measuresWhatFailedAgain() {
        failing.add("COPYING");
        measured().rows(section(STORES));
        asked.clear();
        failing.clear();
        Measured next = measured();

        assertThat(next.rows(section(STORES))).extracting(RowResult::failure).allMatch(failure -> failure.isEmpty());
        assertThat(asked).containsExactly("COPYING");
        assertThat(next.progress().before()).hasSize(2);
        assertThat(next.progress().failed()).isZero();
    }

    /** Every JVM that is started obeys them, so rows that differ in them are no repetition of each other. */
    @ParameterizedTest
    @ValueSource(strings = {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
    void rows_otherOptionsInTheEnvironment_areMeasured(String variable) {
        measured().rows(section(STORES));
        asked.clear();
        measured(Map.of(variable, "-Xint")).rows(section(STORES));
        measured(Map.of(variable, "-Xint", "PATH", "/bin")).rows(section(STORES));
        measured().rows(section(STORES));

        assertThat(asked).containsExactly("PACKED", "COPYING", "MONITOR");
    }

    @Test
    void text_rowsOfAnotherEffort_areNamedWithIt() {
        Run making = new Run(MakingBenchmark.class.getName(), Map.of("batch", new String[] {"1", "50"}))
                .lasting(new Effort(1, 3, 5, 1000));

        assertThat(text(measured(), STORES, making))
                .contains("\nNote (1 JVM(s) each, 4 + 5 iterations of 2000 ms;"
                        + " alone, batched: 1 JVM(s) each, 3 + 5 iterations of 1000 ms)\n");
    }

    private String text(Measured measured, Run... runs) {
        Section section = section(runs);
        return RatioTable.text(section, request, measured.rows(section));
    }

    private Measured measured() {
        return measured(Map.of());
    }

    private Measured measured(Map<String, String> environment) {
        Results results = new Results(request.results(), false);
        return new Measured(request, results, this::result, JvmVariables.of(environment));
    }

    private Collection<RunResult> result(Section section, Run run, Row row) throws RunnerException {
        String implementation = row.parameters().getOrDefault("implementation", "none");
        asked.add(implementation);
        if (failing.contains(implementation)) {
            throw new RunnerException("failed", new IllegalStateException("no `room`\nat all"));
        }
        return List.of(Failures.withoutFigures(run, row, Jvm.current()));
    }

    private static Section section(Run... runs) {
        return new Section(
                "Title",
                "Note",
                EFFORT,
                List.of(),
                List.of(runs),
                MeasuredTest::cells,
                List.of(
                        Target.atLeast("slow", "PACKED", List.of("COPYING", "MONITOR"), "batch of 50", 5),
                        Target.atLeast("same", "PACKED", List.of("MONITOR"), "batch of 50", 1)));
    }

    private static List<Cell> cells(RunResult result) {
        String row = result.getParams().getParam("implementation");
        String column = "batch of " + result.getParams().getParam("batch");
        return List.of(new Cell(row == null ? Section.method(result) : row, column, 10, Double.NaN, Double.NaN));
    }
}
