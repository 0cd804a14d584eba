package io.github.profileengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A signal in the middle, such as Ctrl-C in a pager. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ApplyInterruptedTest {
    // More than a pipe takes, so that printing waits for a reader.
    private static final int PROFILES = 5_000;

    @TempDir
    private Path folder;

    private Process apply(Object... options) throws IOException {
        Path updates = folder.resolve("updates");
        ToolRun.of("generate", "--profiles", PROFILES, "--updates", PROFILES, "--output", updates);
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProfileEngineCommand.class.getName(),
                        "apply",
                        options[0].toString(),
                        options[1].toString(),
                        updates.toString()))
                .redirectError(folder.resolve("errors").toFile())
                .start();
        assertThat((char) process.getInputStream().read()).isEqualTo('{');
        return process;
    }

    private String errorsAfterSignalTo(Process process) throws Exception {
        // Not process.destroy(), which would also close the pipe.
        process.toHandle().destroy();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return Files.readString(folder.resolve("errors"), StandardCharsets.UTF_8);
    }

    /** Otherwise the user would begin with this state once more, and apply everything twice. */
    @Test
    void signal_whileProfilesArePrinted_saysThatTheStateIsSaved() throws Exception {
        Path state = folder.resolve("state");
        Process process = apply("--save", state);

        assertThat(errorsAfterSignalTo(process))
                .contains("the state was saved before printing the profiles was interrupted; it holds the updates of"
                        + " this run, so do not apply them to it again");
        assertThat(ToolRun.of("hash", state).code()).isZero();
    }

    @Test
    void signal_withoutAState_saysNothingOfOne() throws Exception {
        assertThat(errorsAfterSignalTo(apply("--log", folder.resolve("log")))).doesNotContain("the state was saved");
    }
}
