package io.github.profileengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Makes the cases of {@code launcher-test.sh} part of the build. They use stand-ins for Java and Maven. */
class LauncherTest {

    private static final Path SCRIPT = Path.of("src/test/launcher/launcher-test.sh");

    @TestFactory
    Stream<DynamicTest> launcher_inEveryCase_keepsItsPromises() throws Exception {
        Assumptions.assumeTrue(Files.isRegularFile(SCRIPT), () -> "not started in engage/cli: launcher not tried");
        Assumptions.assumeTrue(File.separatorChar == '/', "no bash: launcher not tried");
        Result cases = start("--list");
        assertThat(cases.said()).hasSizeGreaterThan(20);
        return cases.said().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Result result = start(name);
                    assertThat(result.code())
                            .as(String.join("\n", result.said()))
                            .isZero();
                }));
    }

    private static Result start(String argument) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("bash", SCRIPT.toString(), argument)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), said.lines().toList());
    }

    private record Result(int code, List<String> said) {}
}
