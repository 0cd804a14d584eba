package io.github.profileengine.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TwoPoliciesTest {

    /** The whole run prints what the README shows, on every JDK. */
    @Test
    void run_hundredThousandUsersForThirtyDays_printsWhatTheReadmeShows() throws IOException {
        String printed = printed(100_000, 30);

        assertThat(printed).contains("give the same state");
        assertThat(Files.readString(repository().resolve("README.md"))).contains("```text\n" + printed + "```");
    }

    @Test
    void run_noDay_leavesBothForksAsTheyWere() {
        String[] lines = printed(10, 0).split("\n", -1);
        String state = lines[0].substring(lines[0].lastIndexOf(' '));

        assertThat(lines[1]).endsWith(state);
        assertThat(lines[2]).endsWith(state);
        assertThat(lines[3]).endsWith(" 0 users");
    }

    private static String printed(int users, int days) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            TwoPolicies.run(users, days, out);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    private static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("README.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
