package io.github.profileengine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code docs/JUNIT.md} shows the tested example, and the real message of a failing assertion. */
class JunitDocumentTest {
    private static final Path DOCUMENT = Path.of("../../docs/JUNIT.md");
    private static final Path EXAMPLE = Path.of("src/test/java/io/github/profileengine/junit/CreditsExampleTest.java");

    @RegisterExtension
    static final EngageExtension ENGAGE =
            EngageExtension.with(builder -> {}).isolation(Isolation.RESET).token("shop");

    @Test
    void example_inDocument_isTheTestedOne() throws IOException {
        String example = Files.readString(EXAMPLE);

        assertThat(Files.readString(DOCUMENT))
                .contains("\n\n" + example.substring(example.indexOf("@ExtendWith")) + "```\n");
    }

    @Test
    void example_inReadme_isTheTestedOne() throws IOException {
        String example = Files.readString(Path.of("src/test/java/io/github/profileengine/junit/CreditsTest.java"));

        assertThat(Files.readString(Path.of("../../README.md")))
                .contains("```java\n" + example.substring(example.indexOf("@ExtendWith")) + "```\n");
    }

    @Test
    void message_inDocument_isTheRealOne(EngageProject project) throws IOException {
        project.clock().stopAt(Instant.parse("2026-01-31T12:00:00Z"));
        Sender.user(project, "u1", "'$set':{'credits':'three'}");
        Sender.user(project, "u1", "'$add':{'credits':3}");
        String document = Files.readString(DOCUMENT);

        assertThatThrownBy(
                        () -> EngageAssertions.assertThat(project.profile("u1")).hasProperty("credits", 3))
                .satisfies(failure -> assertThat(document).contains("```text\n" + failure.getMessage() + "\n```"));
    }
}
