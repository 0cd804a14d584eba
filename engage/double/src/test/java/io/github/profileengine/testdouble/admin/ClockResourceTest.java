package io.github.profileengine.testdouble.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockResourceTest extends AdminFixture {
    private static final String AT_NOON = "\"now\":\"2026-01-31T12:00:00Z\"";

    @Test
    void clock_stoppedMovedAndReleased_showsEachStep() throws Exception {
        assertThat(admin.text("GET", "/clock", "")).isEqualTo("{" + AT_NOON + ",\"stopped\":false}");
        assertThat(admin.text("PUT", "/clock", "{\"stopped\":true,\"now\":\"2020-02-29T00:00:00Z\"}"))
                .isEqualTo("{\"now\":\"2020-02-29T00:00:00Z\",\"stopped\":true}");
        assertThat(admin.text("POST", "/clock/advance", "{\"seconds\":86400}"))
                .isEqualTo("{\"now\":\"2020-03-01T00:00:00Z\",\"stopped\":true}");
        assertThat(admin.text("POST", "/clock/advance", "{\"seconds\":0.5}"))
                .isEqualTo("{\"now\":\"2020-03-01T00:00:00.500Z\",\"stopped\":true}");
        admin.engage("u1", "\"$set\":{}");
        assertThat(engage.profile("u1").get("$created")).isEqualTo("2020-03-01T00:00:00");
        assertThat(admin.text("PUT", "/clock", "{\"stopped\":false}")).isEqualTo("{" + AT_NOON + ",\"stopped\":false}");
        assertThat(admin.text("PUT", "/clock", "{\"stopped\":true}")).isEqualTo("{" + AT_NOON + ",\"stopped\":true}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT|/clock|{\"stopped\":1}|stopped, must be true or false",
                "PUT|/clock|{\"now\":\"2020-02-29T00:00:00Z\"}|stopped, must be true or false",
                "PUT|/clock|{\"stopped\":true,\"now\":17}|now, not a time such as \"2026-01-31T12:00:00Z\"",
                "PUT|/clock|{\"stopped\":true,\"now\":\"noon\"}|now, not a time such as \"2026-01-31T12:00:00Z\"",
                "PUT|/clock|{\"stopped\":true,\"now\":\"+10000-01-01T00:00:00Z\"}|now, outside the years 0000 to 9999",
                "PUT|/clock|{\"stopped\":true,\"now\":\"-0001-01-01T00:00:00Z\"}|now, outside the years 0000 to 9999",
                "PUT|/clock|{\"stopped\":false,\"now\":\"2020-02-29T00:00:00Z\"}"
                        + "|now, allowed only with \"stopped\":true",
                "PUT|/clock|{\"stopped\":true,\"time\":1}|member of the body, unknown: time; known: now, stopped",
                "PUT|/clock|[]|body, not a JSON object",
                "POST|/clock/advance|{}|seconds, must be a number, 0 or more",
                "POST|/clock/advance|{\"seconds\":-1}|seconds, must be a number, 0 or more",
                "POST|/clock/advance|{\"seconds\":\"1\"}|seconds, must be a number, 0 or more",
                "POST|/clock/advance|{\"seconds\":1e300}|seconds, would move the clock beyond the year 9999",
                "POST|/clock/advance|{\"seconds\":300000000000}|seconds, would move the clock beyond the year 9999",
                "POST|/clock/advance|{\"seconds\":9223372036854775807}|seconds, would move the clock beyond the year"
                        + " 9999",
            })
    void clock_wrongBody_answers400AndStays(String method, String target, String body, String error) throws Exception {
        assertThat(admin.error(400, method, target, body)).isEqualTo(error);
        assertThat(engage.clock().isStopped()).isFalse();
    }

    @Test
    void clock_noJson_tellsWhere() throws Exception {
        for (String body : new String[] {"{\"stopped\":", ""}) {
            assertThat(admin.error(400, "PUT", "/clock", body))
                    .startsWith("body, cannot be read as JSON: ")
                    .doesNotContain("json, ")
                    .contains("column ");
        }
    }
}
