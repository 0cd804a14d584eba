package io.github.profileengine.benchmark.apply;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingCheckTest {
    private static final List<Foldings> ALL = List.of(Foldings.values());

    @Test
    void check_everyImplementationOnTheSample_passes() {
        byte[] sample = SampleUpdates.repeated(SampleUpdates.lines(), 2);

        assertThatCode(() -> FoldingCheck.check(ALL, sample)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void check_everyImplementationOnOddRecords_passes(int seed) {
        byte[] odd = OddRecords.ndjson(seed, 3000).getBytes(StandardCharsets.UTF_8);

        assertThatCode(() -> FoldingCheck.check(ALL, odd)).doesNotThrowAnyException();
    }

    @Test
    void check_profileThatDiffers_fails() {
        Folding peer = Foldings.COPYING.create();
        Object store = peer.folded(record("[1,2]"));

        assertThatThrownBy(() -> FoldingCheck.check(Foldings.COPYING, record("[2,1]"), peer, store))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[1,2]")
                .hasMessageContaining("[2,1]");
    }

    @Test
    void check_rejectionThatIsMissing_fails() {
        Folding peer = Foldings.COPYING.create();
        Object store = peer.folded(record("[]"));
        byte[] more = (new String(record("[]"), StandardCharsets.UTF_8) + "{}\n").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> FoldingCheck.check(Foldings.COPYING, more, peer, store))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("rejects 0 records, not 1");
    }

    private static byte[] record(String list) {
        return ("{\"$token\":\"t\",\"$distinct_id\":\"a\",\"$union\":{\"l\":" + list + "}}\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
