package io.github.profileengine.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that the shell opened, whose names the tool does not know. They are protected like files with a name. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RedirectedFilesTest {
    private static final String UPDATE = "{\"$token\":\"p\",\"$distinct_id\":\"u\",\"$set\":{\"a\":1}}\n";

    @TempDir
    private Path folder;

    private Path updates;
    private Path errors;

    @BeforeEach
    void setUp() throws IOException {
        assumeTrue(Files.exists(Path.of("/dev/stdin")), "nothing tells here what the shell opened");
        updates = Files.writeString(folder.resolve("updates"), UPDATE.repeat(3));
        errors = folder.resolve("errors");
    }

    private int run(Path in, Path out, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ProfileEngineCommand.class.getName()));
        Arrays.stream(arguments).map(Object::toString).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Test
    void save_ontoWhatIsReadFromStandardInput_isRefused() throws Exception {
        assertThat(run(updates, folder.resolve("out"), "apply", "--save", updates))
                .isEqualTo(ExitCode.FAILED);
        assertThat(errors).content().contains("--save would replace what is read: standard input is " + updates);
        assertThat(run(updates, folder.resolve("out"), "replay", "--save", updates, "-"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(errors).content().contains("--save would replace what is read: standard input is " + updates);
        assertThat(updates).hasContent(UPDATE.repeat(3));
    }

    @Test
    void save_ontoWhatStandardOutputWrites_isRefused() throws Exception {
        Path out = folder.resolve("all");

        assertThat(run(updates, out, "apply", "--save", out, "-")).isEqualTo(ExitCode.FAILED);
        assertThat(errors).content().contains("go to the same place");
    }

    /** What is not a file is not replaced, however many outputs lead to it. */
    @Test
    void outputs_ontoOneDevice_areTaken() throws Exception {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device), "no such device");

        assertThat(run(updates, device, "apply", "--outcomes", "/dev/null", "-"))
                .isEqualTo(ExitCode.OK);
        assertThat(run(updates, folder.resolve("out"), "apply", "--outcomes", "/dev/stderr", "-"))
                .isEqualTo(ExitCode.OK);
        assertThat(errors).content().contains("set-applied");
        assertThat(run(updates, folder.resolve("out"), "apply", "--output", "/dev/null", "--log", "/dev/null", "-"))
                .isEqualTo(ExitCode.OK);
    }

    /** Otherwise the messages would go into a file that is replaced. */
    @Test
    void outcomes_ontoWhatStandardErrorWrites_areRefused() throws Exception {
        assertThat(run(updates, folder.resolve("out"), "apply", "--outcomes", errors, "-"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(errors).content().contains("--outcomes would replace the file that gets the messages: " + errors);
    }

    @Test
    void saveOrOutput_ontoWhatStandardErrorWrites_isRefusedByOtherCommandsToo() throws Exception {
        Path log = folder.resolve("log");
        ToolRun.of("apply", "--log", log, updates);

        assertThat(run(log, folder.resolve("out"), "replay", "--save", errors, "-"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(errors).content().contains("--save would replace the file that gets the messages: " + errors);
        assertThat(run(log, folder.resolve("out"), "generate", "--profiles", "1", "--updates", "1", "--output", errors))
                .isEqualTo(ExitCode.FAILED);
        assertThat(errors).content().contains("--output would replace the file that gets the messages: " + errors);
    }

    @Test
    void output_ontoStandardInput_replacesItOnlyIfAllOfItIsRead() throws Exception {
        Files.write(folder.resolve("damaged"), damaged());
        Path damaged = folder.resolve("damaged");

        assertThat(run(damaged, folder.resolve("out"), "apply", "--output", damaged))
                .isEqualTo(ExitCode.FAILED);
        assertThat(damaged).hasBinaryContent(damaged());

        assertThat(run(updates, folder.resolve("out"), "apply", "--no-automatic", "--output", updates))
                .isEqualTo(ExitCode.OK);
        assertThat(updates).content().contains("\"$properties\"").hasLineCount(1);
    }

    private byte[] damaged() throws IOException {
        Path plain = folder.resolve("plain.gz");
        ToolRun.of("generate", "--profiles", 10, "--updates", 2_000, "--output", plain);
        byte[] bytes = Files.readAllBytes(plain);
        return Arrays.copyOf(bytes, bytes.length / 2);
    }
}
