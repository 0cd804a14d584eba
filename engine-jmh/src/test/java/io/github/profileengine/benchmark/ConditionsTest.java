package io.github.profileengine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConditionsTest {
    private static final Run USUAL = new Run("usual", Map.of());

    @TempDir
    private Path home;

    @Test
    void text_rowsOfTwoJdks_namesBoth() throws IOException {
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"Some Maker\"\nJAVA_VERSION=\"25.0.1\"\nJAVA_RUNTIME_VERSION=\"25.0.1+8\"\n");
        Path program =
                Files.createFile(Files.createDirectory(home.resolve("bin")).resolve("java"));
        Run newer = USUAL.in(Optional.of(program.toString()), USUAL.flags());

        String both =
                text(List.of(List.of(row(USUAL, "ours", "17"), row(newer, "ours", "25"), row(newer, "naive", "25"))));

        Jvm current = Jvm.current();
        String own = current.version() + " (" + current.build() + ")";
        assertThat(both).contains("\n| JDK | " + own + "; 25.0.1 (Some Maker 25.0.1+8) |\n");
        assertThat(text(List.of(List.of(row(USUAL, "ours", "17"))))).contains("\n| JDK | " + own + " |\n");
    }

    @Test
    void text_collectorOnly_hasNoFurtherFlags() {
        Run other = USUAL.in(Optional.empty(), List.of("-XX:+UseParallelGC"));

        assertThat(text(List.of(List.of(row(USUAL, "ours", "wall"), row(other, "naive", "wall")))))
                .doesNotContain("further flags");
    }

    @Test
    void text_furtherFlags_sayWhereTheyWere() {
        Run opened = USUAL.in(Optional.empty(), List.of("-XX:+UseG1GC", "--add-opens=a", "--add-opens=b"));
        Run compact = USUAL.in(Optional.empty(), List.of("-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders"));
        List<RowResult> some =
                List.of(row(opened, "ours", "wall"), row(opened, "peer", "wall"), row(USUAL, "making", "wall"));
        List<RowResult> columns =
                List.of(row(USUAL, "ours", "G1"), row(compact, "ours", "compact"), row(compact, "peer", "compact"));

        assertThat(text(List.of(some, columns)))
                .contains("\n| further flags | `--add-opens=a --add-opens=b`: table 1, ours, peer;"
                        + " `-XX:+UseCompactObjectHeaders`: table 2, compact |\n");
        assertThat(text(List.of(columns))).contains("| `-XX:+UseCompactObjectHeaders`: compact |");
    }

    @Test
    void text_furtherFlagsOfWholeTables_areToldOnce() {
        Run opened = USUAL.in(Optional.empty(), List.of("-XX:+UseG1GC", "--add-opens=a"));
        List<RowResult> whole = List.of(row(opened, "ours", "wall"), row(opened, "peer", "wall"));
        List<RowResult> other = List.of(row(USUAL, "ours", "wall"), row(opened, "peer", "wall"));

        assertThat(text(List.of(whole, whole, other)))
                .contains("\n| further flags | `--add-opens=a`: table 1 and table 2 and table 3, peer |\n");
        assertThat(text(List.of(whole))).contains("| `--add-opens=a`: all rows |");
    }

    @Test
    void text_optionsInTheEnvironment_areTold() {
        List<List<RowResult>> tables = List.of(List.of(row(USUAL, "ours", "wall")));

        assertThat(text(tables, Map.of("_JAVA_OPTIONS", "-Xint", "JDK_JAVA_OPTIONS", "-Xss1m", "PATH", "/bin")))
                .contains("\n| environment | `JDK_JAVA_OPTIONS=-Xss1m`, `_JAVA_OPTIONS=-Xint` |\n| when |");
        assertThat(text(tables)).doesNotContain("environment");
    }

    private static String text(List<List<RowResult>> tables) {
        return text(tables, Map.of());
    }

    private static String text(List<List<RowResult>> tables, Map<String, String> environment) {
        JvmVariables variables = JvmVariables.of(environment);
        Progress progress = new Progress(1, 0, List.of());
        return Conditions.text(Request.of("update"), tables, variables, progress, Instant.now(), 0);
    }

    private static RowResult row(Run run, String row, String column) {
        return new RowResult(run, List.of(new Cell(row, column, 1, 0, 0)), Optional.empty());
    }
}
