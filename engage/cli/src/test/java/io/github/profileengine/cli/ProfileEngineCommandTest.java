package io.github.profileengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileEngineCommandTest {

    @Test
    void help_ofTool_namesEveryCommandOnStandardOutput() {
        ToolRun run = ToolRun.of("--help");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("apply", "generate", "hash", "diff", "replay", "bisect", "generate-completion", "Examples:");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void help_ofApply_namesOptionsExamplesAndExitCodes() {
        ToolRun run = ToolRun.of("apply", "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("--strict", "--limits", "--no-automatic", "--now", "--outcomes", "--output", "--quiet")
                .contains("--load", "--save", "--log")
                .contains("Exit codes:", "  0 ", "  1 ", "  2 ")
                .contains("Examples:", "$created", "| head");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply", "hash", "diff", "replay", "bisect"})
    void help_ofEachCommand_namesExamplesAndExitCodes(String command) {
        ToolRun run = ToolRun.of(command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("Usage: profile-engine " + command, "--max-line-bytes")
                .contains("Exit codes:", "  0 ", "  2 ")
                .contains("Examples:", "  profile-engine " + command + " ");
        // A text that is too long for a line continues without indent.
        assertThat(run.out().lines().dropWhile(line -> !line.equals("Notes:")))
                .allMatch(line -> line.isEmpty() || line.startsWith("  ") || line.endsWith(":"));
    }

    @Test
    void version_always_namesToolAndJava() {
        ToolRun run = ToolRun.of("--version");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("profile-engine ").contains("Java " + System.getProperty("java.version"));
    }

    @Test
    void completion_generated_knowsTheOptionsOfApply() {
        ToolRun run = ToolRun.of("generate-completion");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("complete -F", "--no-automatic", "--outcomes", "--lenient", "bisect");
    }

    @Test
    void noCommand_endsWith2_namingOne() {
        ToolRun run = ToolRun.of();

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("apply", "--help");
    }

    @Test
    void unknownCommand_endsWith2_suggestingTheNearest() {
        ToolRun run = ToolRun.of("aply");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("aply", "Did you mean: profile-engine apply");
    }

    @Test
    void unknownOption_endsWith2_suggestingTheNearest() {
        ToolRun run = ToolRun.of("apply", "--outcome", "x");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Unknown option", "--outcomes").doesNotContain("\tat ");
    }

    @Test
    void argument_withControlCharacters_isShownEscaped() {
        ToolRun run = ToolRun.of("apply", "--\u001b[31m\nforged: line");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("\\u001b[31m\\nforged").doesNotContain("\u001b");
    }

    @Test
    void now_thatIsNoInstant_endsWith2_sayingWhatIsExpected() {
        ToolRun run = ToolRun.of("apply", "--now", "yesterday");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("--now", "yesterday", "2026-01-31T12:00:00Z")
                .doesNotContain("Exception");
    }

    @Test
    void optionWithoutValue_endsWith2() {
        assertThat(ToolRun.of("apply", "--output").code()).isEqualTo(2);
        assertThat(ToolRun.of("apply", "--output", "--strict").code()).isEqualTo(2);
    }

    @Test
    void help_onFullDevice_endsWith2() {
        ToolRun run = ToolRun.on("").out(failing("No space left on device")).run("--help");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("standard output: No space left on device");
    }

    @Test
    void help_intoBrokenPipe_endsQuietly() {
        ToolRun run = ToolRun.on("").out(failing("Broken pipe")).run("--help");

        assertThat(run.code()).isZero();
        assertThat(run.err()).isEmpty();
    }

    static OutputStream failing(String message) {
        return new OutputStream() {
            @Override
            public void write(int oneByte) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
