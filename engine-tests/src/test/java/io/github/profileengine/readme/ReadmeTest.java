package io.github.profileengine.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    private static final Pattern PROGRAM_AND_OUTPUT =
            Pattern.compile("```java\n(.*?)```\n.*?```text\n(.*?)```", Pattern.DOTALL);

    @Test
    void program_compiledAndRun_printsWhatTheReadmeShows(@TempDir Path folder) throws Exception {
        Matcher readme =
                PROGRAM_AND_OUTPUT.matcher(Files.readString(repository().resolve("README.md")));
        assertThat(readme.find()).as("README.md holds a program and its output").isTrue();
        Path source = Files.writeString(folder.resolve("Example.java"), readme.group(1));

        assertThat(output(source)).isEqualTo(readme.group(2));
    }

    private static String output(Path source) throws IOException, InterruptedException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        source.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        java.waitFor();
        return printed;
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("README.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
