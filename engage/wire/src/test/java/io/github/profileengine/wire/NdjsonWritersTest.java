package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NdjsonWritersTest {

    private static final ProfileId USER = ProfileId.user("t", "Zo\u00eb \"1\"");
    private static final ProfileId GROUP = ProfileId.group("t", "company", "acme");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void profileLine_userAndGroup_haveTheirKeysInOrder() throws IOException {
        Map<String, Object> properties = new HashMap<>();
        properties.put("\uffff", 1.5);
        properties.put("\ud83d\ude00", Arrays.asList(null, true, "\u0001\n"));
        properties.put("a", Map.of("c", 1.0, "b", 1e21));
        try (ProfileWriter writer = new ProfileWriter(out)) {
            writer.write(Profile.of(USER, properties));
            writer.write(Profile.empty(GROUP));
        }
        assertThat(written())
                .isEqualTo("{\"$token\":\"t\",\"$distinct_id\":\"Zo\u00eb \\\"1\\\"\",\"$properties\":"
                        + "{\"a\":{\"b\":1e+21,\"c\":1},\"\uffff\":1.5,\"\ud83d\ude00\":[null,true,\"\\u0001\\n\"]}}\n"
                        + "{\"$token\":\"t\",\"$group_key\":\"company\",\"$group_id\":\"acme\",\"$properties\":{}}\n");
    }

    @Test
    void updateLine_allFields_areSortedByName() {
        Update update = Update.of(GROUP)
                .time(Instant.parse("2026-01-02T03:04:05.000000006Z"))
                .ignoreAlias()
                .noIp()
                .coordinates(1, -2.5)
                .unset("b", "a")
                .set("n", 1.0)
                .build();
        assertThat(UpdateWriter.line(update))
                .isEqualTo("{\"$group_id\":\"acme\",\"$group_key\":\"company\",\"$ignore_alias\":true,\"$ip\":\"0\","
                        + "\"$latitude\":1,\"$longitude\":-2.5,\"$set\":{\"n\":1},"
                        + "\"$time\":\"2026-01-02T03:04:05.000000006Z\",\"$token\":\"t\",\"$unset\":[\"a\",\"b\"]}");
    }

    @Test
    void outcomeLine_eachKind_hasItsKeysInOrder() throws IOException {
        try (OutcomeWriter writer = new OutcomeWriter(out)) {
            writer.write(
                    "a b.json",
                    7,
                    USER,
                    new Outcome(Operator.ADD, "n", Outcome.Kind.IGNORED, Rule.ADD_ON_NON_NUMBER, "why"));
            writer.write(
                    "-", 0, GROUP, new Outcome(Operator.DELETE, null, Outcome.Kind.APPLIED, Rule.DELETE_APPLIED, "x"));
            writer.write(
                    "-", 1, null, new Outcome(null, null, Outcome.Kind.REJECTED, Rule.RECORD_TIME_BAD, "$time, bad"));
        }
        assertThat(written().lines())
                .containsExactly(
                        "{\"file\":\"a b.json\",\"index\":7,\"profile\":{\"$token\":\"t\","
                                + "\"$distinct_id\":\"Zo\u00eb \\\"1\\\"\"},"
                                + "\"operator\":\"$add\",\"property\":\"n\",\"outcome\":\"IGNORED\","
                                + "\"rule\":\"add-on-non-number\",\"explanation\":\"why\"}",
                        "{\"file\":\"-\",\"index\":0,\"profile\":{\"$token\":\"t\","
                                + "\"$group_key\":\"company\",\"$group_id\":\"acme\"},"
                                + "\"operator\":\"$delete\",\"property\":null,\"outcome\":\"APPLIED\","
                                + "\"rule\":\"delete-applied\",\"explanation\":\"x\"}",
                        "{\"file\":\"-\",\"index\":1,\"profile\":null,\"operator\":null,\"property\":null,"
                                + "\"outcome\":\"REJECTED\",\"rule\":\"record-time-bad\","
                                + "\"explanation\":\"$time, bad\"}");
    }

    @Test
    void write_manyLines_reachTheStreamAtFlush() throws IOException {
        try (ProfileWriter writer = new ProfileWriter(out)) {
            for (int i = 0; i < 10_000; i++) {
                writer.write(Profile.empty(ProfileId.user("t", "u" + i)));
            }
            writer.flush();
            assertThat(written().lines()).hasSize(10_000);
        }
        assertThat(written().lines()).hasSize(10_000).last().asString().contains("u9999");
    }
}
