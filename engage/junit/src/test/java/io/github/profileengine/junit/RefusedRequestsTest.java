package io.github.profileengine.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.wire.request.RequestBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A request that no route accepts, and of which no record was read, fails its test, too. */
class RefusedRequestsTest {
    @ExtendWith(EngageExtension.class)
    static class WrongPathCase {
        @Test
        void test(EngageProject project) {
            String record = "{\"$token\":\"" + project.token() + "\",\"$distinct_id\":\"u1\",\"$set\":{}}";
            assertThat(Sender.post(project.uri().resolve("/enage"), record)).isEqualTo(404);
            EngageAssertions.assertThat(project.profile("u1")).doesNotExist();
        }
    }

    @Test
    void request_toNowhere_failsTheTest() {
        assertThat(Runs.onlyFailure(Runs.of(WrongPathCase.class)))
                .hasMessageContaining("POST /enage, answered 404")
                .hasMessageContaining("there is nothing at /enage");
    }

    static class TooLargeCase {
        @RegisterExtension
        static final EngageExtension ENGAGE = EngageExtension.with(
                builder -> builder.requestBounds(RequestBounds.defaults().withMaxBodyBytes(100)));

        @Test
        void test(EngageProject project) {
            assertThat(Sender.user(project, "u1", "'$set':{'a':'" + "x".repeat(100) + "'}"))
                    .isEqualTo(413);
            EngageAssertions.assertThat(project.profile("u1")).doesNotExist();
        }
    }

    @Test
    void request_tooLarge_failsTheTest() {
        assertThat(Runs.onlyFailure(Runs.of(TooLargeCase.class)))
                .hasMessageContaining("POST /engage, answered 413")
                .hasMessageContaining("request exceeds max limit of 100 bytes");
    }
}
