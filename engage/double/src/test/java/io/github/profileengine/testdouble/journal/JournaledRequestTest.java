package io.github.profileengine.testdouble.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournaledRequestTest {
    @ParameterizedTest
    @CsvSource({
        "/engage?verbose=1, /engage",
        "http://127.0.0.1:8080/a/b?x=http://c/d, /a/b",
        "http://127.0.0.1:8080?x=/y, /",
        "/to/http://127.0.0.1/a, /to/http://127.0.0.1/a",
        "/engage?next=http://127.0.0.1/a, /engage",
        "*, *"
    })
    void path_ofATarget_hasNeitherHostNorQuery(String target, String path) {
        assertThat(new JournaledRequest(Instant.EPOCH, "POST", target, Map.of(), "127.0.0.1", Bytes.NONE).path())
                .isEqualTo(path);
    }
}
