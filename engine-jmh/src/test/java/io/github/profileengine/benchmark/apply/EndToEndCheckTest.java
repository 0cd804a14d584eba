package io.github.profileengine.benchmark.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndToEndCheckTest {
    private static final int ABOUT = 100_000;

    @ParameterizedTest
    @EnumSource(Inputs.class)
    void check_ofASmallerFile_passes(Inputs input) throws IOException {
        Path file = input.file(ABOUT);
        try {
            assertThat(Files.readAllLines(file)).hasSize((int) input.updates(ABOUT));
            assertThatCode(() -> EndToEndCheck.check(input, file)).doesNotThrowAnyException();
        } finally {
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @EnumSource(Foldings.class)
    void digest_ofAStateThatDiffersInAnything_isAnother(Foldings implementation) {
        StateDigest digest = digest(implementation, record("a", "1"));

        assertThat(digest(implementation, record("a", "1"))).isEqualTo(digest);
        assertThat(digest(implementation, record("a", "2"))).isNotEqualTo(digest);
        assertThat(digest(implementation, record("b", "1"))).isNotEqualTo(digest);
        assertThat(digest(implementation, record("a", "1") + record("b", "1"))).isNotEqualTo(digest);
        assertThat(digest(implementation, record("a", "1") + "{}\n")).isNotEqualTo(digest);
    }

    private static String record(String id, String value) {
        return "{\"$token\":\"t\",\"$distinct_id\":\"" + id + "\",\"$set\":{\"n\":" + value + "}}\n";
    }

    private static StateDigest digest(Foldings implementation, String ndjson) {
        Folding folding = implementation.create();
        return StateDigest.of(folding, folding.folded(ndjson.getBytes(StandardCharsets.UTF_8)));
    }
}
