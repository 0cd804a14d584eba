package io.github.profileengine.benchmark.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EndToEndCheckTest {
    private static final int ABOUT = 20_000;

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

    @Test
    void requireSame_anyPartDiffers_namesWhoAndBoth() {
        StateDigest expected = new StateDigest(1, 2, 3);
        assertThatCode(() -> EndToEndCheck.requireSame(Foldings.PLAIN, new StateDigest(1, 2, 3), expected))
                .doesNotThrowAnyException();
        for (StateDigest other :
                List.of(new StateDigest(9, 2, 3), new StateDigest(1, 9, 3), new StateDigest(1, 2, 9))) {
            assertThatThrownBy(() -> EndToEndCheck.requireSame(Foldings.PLAIN, other, expected))
                    .hasMessage("PLAIN ends in " + other + ", not " + expected);
        }
    }

    private static String record(String id, String value) {
        return "{\"$token\":\"t\",\"$distinct_id\":\"" + id + "\",\"$set\":{\"n\":" + value + "}}\n";
    }

    private static StateDigest digest(Foldings implementation, String ndjson) {
        Folding folding = implementation.create();
        return StateDigest.of(folding, folding.folded(ndjson.getBytes(StandardCharsets.UTF_8)));
    }
}
