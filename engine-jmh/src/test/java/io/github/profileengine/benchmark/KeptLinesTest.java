package io.github.profileengine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLinesTest {
    private static final List<String> JVM = List.of("-Xmx1g");

    @TempDir
    private Path folder;

    private KeptCommand command;
    private int measured;

    @BeforeEach
    void setUp() {
        command = new KeptCommand(5, folder.resolve("new/lines.ndjson"), false);
    }

    @Test
    void of_finishedBefore_isNotMeasuredAgain() throws Exception {
        List<String> first = lines(new KeptLines(command), JVM, "PACKED", "5");
        KeptLines next = new KeptLines(command);

        assertThat(lines(next, JVM, "PACKED", "5")).isEqualTo(first).containsExactly("line of 1", "another");
        assertThat(measured).isEqualTo(1);
        assertThat(next.progress().now()).isZero();
        assertThat(next.progress().before()).hasSize(1);
        assertThat(next.progress().toString())
                .startsWith("0 measured now, 1 in earlier runs of the same code since 20");
    }

    @Test
    void of_otherArguments_isMeasured() throws Exception {
        KeptLines kept = new KeptLines(command);
        lines(kept, JVM, "PACKED", "5");
        lines(kept, JVM, "PACKED", "6");
        lines(kept, List.of("-Xmx2g"), "PACKED", "5");
        kept.of(JVM, KeptCommand.class, List.of("PACKED", "5"), this::measure);

        assertThat(measured).isEqualTo(4);
        assertThat(kept.progress()).hasToString("4 measured now");
    }

    @Test
    void of_otherOptionsInTheEnvironment_isMeasured() throws Exception {
        JvmVariables variables = JvmVariables.of(Map.of("JAVA_TOOL_OPTIONS", "-Xint"));
        lines(new KeptLines(command, JvmVariables.of(Map.of())), JVM, "PACKED");
        KeptLines kept = new KeptLines(command, variables);
        lines(kept, JVM, "PACKED");
        lines(kept, JVM, "PACKED");

        assertThat(measured).isEqualTo(2);
        assertThat(Conditions.text(JVM, kept, Instant.now(), 0))
                .contains("one implementation per JVM |\n| environment | `JAVA_TOOL_OPTIONS=-Xint` |\n| when |");
    }

    @Test
    void of_fresh_isMeasured() throws Exception {
        lines(new KeptLines(command), JVM, "PACKED");
        lines(new KeptLines(new KeptCommand(5, command.results(), true)), JVM, "PACKED");

        assertThat(measured).isEqualTo(2);
    }

    @Test
    void of_measurementThatFails_isMeasuredAgain() throws Exception {
        KeptLines kept = new KeptLines(command);
        assertThatThrownBy(() -> kept.of(JVM, KeptLines.class, List.of(), () -> {
                    throw new IOException("ended");
                }))
                .hasMessage("ended");

        kept.of(JVM, KeptLines.class, List.of(), this::measure);

        assertThat(measured).isEqualTo(1);
    }

    private List<String> lines(KeptLines kept, List<String> jvm, String... arguments) throws Exception {
        return kept.of(jvm, KeptLines.class, List.of(arguments), this::measure);
    }

    private List<String> measure() {
        measured++;
        return List.of("line of " + measured, "another");
    }
}
