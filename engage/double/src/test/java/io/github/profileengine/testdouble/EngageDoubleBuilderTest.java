package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The builder refuses at once what a double cannot work with. */
class EngageDoubleBuilderTest {

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "/a/", "/a b", "/", "/__double", "/__double/x"})
    void prefix_noPath_isRefused(String prefix) {
        assertThatThrownBy(() -> EngageDouble.builder().prefix(prefix))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a prefix is a path like /a/b outside of /__double, not " + prefix);
    }

    /** Refused at once, and not when the double starts, because that would leave an engine behind. */
    @Test
    void bounds_thatLeaveNothing_areRefused() {
        EngageDoubleBuilder builder = EngageDouble.builder();
        assertThatThrownBy(() -> builder.maxArrival(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("maxArrival must be positive, not PT0S");
        assertThatThrownBy(() -> builder.journal(10, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a journal keeps at least one entry and one byte, not 10 entries and 0 bytes");
    }

    @Test
    void name_thatIsEmpty_isRefused() {
        EngageDoubleBuilder builder = EngageDouble.builder();
        assertThatThrownBy(() -> builder.tokens(List.of("shop", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a token must not be empty");
        assertThatThrownBy(() -> builder.project("", "shop"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("project id and token must not be empty: \"\" and \"shop\"");
        for (String user : List.of("", "a:b")) {
            assertThatThrownBy(() -> builder.credentials(user, "secret"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the user name must not be empty or contain a colon");
        }
    }

    @Test
    void maxArrival_longerThanAClockCounts_isNoEnd() throws Exception {
        try (EngageDouble engage = EngageDouble.builder()
                .maxArrival(Duration.ofSeconds(Long.MAX_VALUE))
                .start()) {
            assertThat(new DoubleClient(engage).json("/engage", "{}").statusCode())
                    .isEqualTo(200);
        }
    }

    /** The server's own tests show what it does with this. From outside, a test would take as long as the default. */
    @Test
    void maxArrival_given_isThatOfTheServer() {
        assertThat(EngageDouble.builder()
                        .maxArrival(Duration.ofMinutes(7))
                        .httpOptions()
                        .maxArrival())
                .isEqualTo(Duration.ofMinutes(7));
        assertThat(EngageDouble.builder().httpOptions().maxArrival()).isEqualTo(Duration.ofSeconds(30));
    }

    /** Otherwise every request to the endpoint that has this path would be read as a request to another endpoint. */
    @Test
    void route_pathOfAnotherEndpoint_isRefused() {
        assertThatThrownBy(() -> EngageDouble.builder().route("/engage", Endpoint.GROUPS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("/engage is the path of another endpoint of the API");
        assertThatCode(() -> EngageDouble.builder().route("/engage", Endpoint.ENGAGE))
                .doesNotThrowAnyException();
    }

    /** The route would be ignored, or it would replace something that others need. */
    @ParameterizedTest
    @ValueSource(strings = {"/record", "/flags/a", "/api/query/engage"})
    void route_pathThatIsServedAlready_isRefused(String path) {
        assertThatThrownBy(() -> EngageDouble.builder().route(path, Endpoint.ENGAGE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(path + " is a path that the double answers at already");
    }

    @Test
    void tokens_addedInTurn_areAllKnown() {
        EngageDoubleBuilder builder = EngageDouble.builder();
        assertThat(builder.tokens()).isEmpty();
        builder.tokens(List.of("shop")).tokens(List.of("other"));

        assertThat(builder.tokens()).containsExactlyInAnyOrder("shop", "other");
    }
}
