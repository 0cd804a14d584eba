package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Logs that are correctly sealed, so no damage explains them. Each has exactly one thing wrong. */
class EntryReaderTest {

    private static final String HEADER = LogWriterTest.HEADER;
    private static final String SLICE = slice(0, 1, 0, 1);
    private static final String UPDATE = update("\"$set\":{\"a\":1}");
    private static final String CLEAR = "{\"$clear\":{\"barrier\":0,\"token\":\"t\"}}";
    private static final String PROFILE = StateReaderTest.profile("a", "{}");

    private static String slice(long barrier, long sequence, long shard, long updates) {
        return "{\"$slice\":{\"barrier\":" + barrier + ",\"sequence\":" + sequence + ",\"shard\":" + shard
                + ",\"updates\":" + updates + "}}";
    }

    private static String update(String operators) {
        return "{\"$distinct_id\":\"u\"," + operators + ",\"$time\":\"2026-01-31T12:00:00Z\",\"$token\":\"t\"}";
    }

    private static String restore(int aliases, int profiles) {
        return "{\"$restore\":{\"aliases\":" + aliases + ",\"barrier\":0,\"profiles\":" + profiles + "}}";
    }

    private static String end(int entries, int updates) {
        return "{\"$end\":{\"entries\":" + entries + ",\"updates\":" + updates + "}}";
    }

    private static Arguments bad(String what, String message, String... lines) {
        return Arguments.of(what, lines, message);
    }

    static Stream<Arguments> badEntries() {
        return Stream.of(
                bad("unknown kind", "line 2: expected $slice, $alias, $clear, $restore or $end", "{\"$x\":1}"),
                bad("two kinds", "line 2: unknown member $clear", SLICE.replace("}}", "},\"$clear\":1}"), UPDATE),
                bad("no head", "line 2: $slice, not an object", "{\"$slice\":1}"),
                bad("more in a head", "line 2: unknown member x", SLICE.replace("}}", ",\"x\":1}}"), UPDATE),
                bad(
                        "less in a head",
                        "line 2: updates, missing or empty",
                        "{\"$slice\":{\"barrier\":0,\"sequence\":1," + "\"shard\":0}}"),
                bad("no updates", "line 2: a slice without updates", slice(0, 1, 0, 0)),
                bad("negative", "line 2: updates, not a count", slice(0, 1, 0, -1)),
                bad("large shard", "line 2: shard, not a number of a shard", slice(0, 1, 1L << 31, 1), UPDATE),
                bad("too few updates", "line 4: unknown member $end", slice(0, 1, 0, 2), UPDATE),
                bad("too many updates", "line 4: expected $slice", SLICE, UPDATE, UPDATE),
                bad("update without slice", "line 2: expected $slice", UPDATE),
                bad("slice 2 first", "line 2: found slice 2 of shard 0, expected slice 1", slice(0, 2, 0, 1), UPDATE),
                bad(
                        "slice 1 again",
                        "line 4: found slice 1 of shard 0, expected slice 2",
                        SLICE,
                        UPDATE,
                        SLICE,
                        UPDATE),
                bad(
                        "late",
                        "line 2: an entry expected after 1 aliases, clears and restores was found after 0: entries are",
                        slice(1, 1, 0, 1),
                        UPDATE),
                bad(
                        "early",
                        "line 3: an entry expected after 0 aliases, clears and restores was found after 1: entries are",
                        CLEAR,
                        SLICE,
                        UPDATE),
                bad(
                        "barrier twice",
                        "line 3: an entry expected after 0 aliases, clears and restores was found after 1: entries are",
                        CLEAR,
                        CLEAR),
                bad("clear of what", "line 2: token, missing or empty", "{\"$clear\":{\"barrier\":0}}"),
                bad("more in a clear", "line 2: unknown member x", CLEAR.replace("}}", ",\"x\":1}}")),
                bad(
                        "alias of what",
                        "line 2: alias, missing or empty",
                        "{\"$alias\":{\"alias\":\"\",\"barrier\":0,\"distinct_id\":\"a\",\"token\":\"t\"}}"),
                bad("restored less", "line 4: unknown member $end", restore(0, 2), PROFILE),
                bad("restored more", "line 4: expected $slice", restore(0, 1), PROFILE, PROFILE),
                bad(
                        "restored other",
                        "line 3: the restored state has more aliases or profiles than its first line says",
                        restore(1, 0),
                        PROFILE),
                bad(
                        "restored twice",
                        "line 4: the same profile or alias as the line before",
                        restore(0, 2),
                        PROFILE,
                        PROFILE),
                bad("restored junk", "line 3: unknown member $set", restore(0, 1), UPDATE),
                bad(
                        "spaces",
                        "line 2: not as this program writes it, from column 2 on",
                        SLICE.replace("{\"$s", "{ \"$s"),
                        UPDATE),
                bad("end counts", "line 4: 1 entries were read, but this line says 7", SLICE, UPDATE, end(7, 1)),
                bad("end counts", "line 4: 1 updates were read, but this line says 7", SLICE, UPDATE, end(1, 7)),
                bad(
                        "end hash",
                        "line 2: state_hash, not a state hash",
                        "{\"$end\":{\"entries\":0,\"state_hash\":\"x\"," + "\"updates\":0}}"),
                bad("end with more", "line 2: unknown member x", "{\"$end\":{\"entries\":0,\"updates\":0,\"x\":1}}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badEntries")
    void read_entryOfNoUse_isRefused(String what, String[] lines, String message) {
        assertThatThrownBy(() -> Logs.read(log(lines)))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith(message);
    }

    private static byte[] log(String... lines) {
        String body = String.join("\n", lines);
        return Records.utf8(
                body.contains("$end") ? SealedTexts.sealed(HEADER, body) : SealedTexts.sealed(HEADER, body, end(1, 1)));
    }

    static Stream<Arguments> badUpdates() {
        String location = "\"$location\":{\"from_coordinates\":false}";
        return Stream.of(
                Arguments.of("no time", UPDATE.replace("\"$time\":\"2026-01-31T12:00:00Z\",", ""), "$time, missing"),
                Arguments.of("bad time", UPDATE.replace("2026-01", "2026-13"), "$time, neither a number nor"),
                Arguments.of("no token", UPDATE.replace(",\"$token\":\"t\"", ""), "$token, missing or empty"),
                Arguments.of("no id", UPDATE.replace("$distinct_id", "$device_id"), "unknown member $device_id"),
                Arguments.of("no operator", UPDATE.replace("\"$set\":{\"a\":1},", ""), "operator, missing or empty"),
                Arguments.of("unknown operator", UPDATE.replace("$set", "$sit"), "unknown member $sit"),
                Arguments.of(
                        "other member",
                        UPDATE.replace("}}", "},\"x\":1}").replace("{\"a\":1}", "{\"a\":1},\"x\":1"),
                        "unknown member x"),
                Arguments.of("bad operand", update("\"$set\":7"), "$set, not an object"),
                Arguments.of("address inside", update("\"$set\":{\"$ip\":\"0\"}"), "not as this program writes it"),
                Arguments.of("no address", update("\"$ip\":\"nowhere\",\"$set\":{}"), "not as this program writes it"),
                Arguments.of(
                        "flag as text", update("\"$ignore_time\":\"1\",\"$set\":{}"), "not as this program writes it"),
                Arguments.of(
                        "flag not set", update("\"$ignore_time\":false,\"$set\":{}"), "not as this program writes it"),
                Arguments.of(
                        "time as number",
                        UPDATE.replace("\"2026-01-31T12:00:00Z\"", "7"),
                        "not as this program writes it"),
                Arguments.of("time with zone", UPDATE.replace("00Z", "00+00:00"), "not as this program writes it"),
                Arguments.of(
                        "order",
                        "{\"$token\":\"t\"," + UPDATE.substring(1).replace(",\"$token\":\"t\"", ""),
                        "not as this program writes it, from column 4 on"),
                Arguments.of("location as text", update("\"$location\":\"x\",\"$set\":{}"), "$location, not an object"),
                Arguments.of("empty location", update("\"$location\":{},\"$set\":{}"), "from_coordinates, missing"),
                Arguments.of(
                        "unknown place",
                        update(location.replace("{\"f", "{\"$x\":1,\"f") + ",\"$set\":{}"),
                        "unknown member $x"),
                Arguments.of(
                        "city as number",
                        update(location.replace("{\"f", "{\"$city\":1,\"f") + ",\"$set\":{}"),
                        "$city, not a text"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badUpdates")
    void read_updateOfNoUse_isRefused(String what, String line, String message) {
        assertThatThrownBy(() -> Logs.read(log(SLICE, line)))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith("line 3: " + message);
    }

    static Stream<Arguments> badHeaders() {
        return Stream.of(
                Arguments.of(SealedTexts.STATE_HEADER, "this is a state, but a log is needed"),
                Arguments.of("x", "not a log of profile-engine: unexpected character 'x'"),
                Arguments.of(HEADER.replace("\"version\":1", "\"version\":2"), "version 2 of the format"),
                Arguments.of(HEADER.replace("\"version\":1", "\"version\":1,\"x\":1"), "not as this program writes it"),
                Arguments.of(HEADER.replace("\"start\":\"0", "\"start\":\""), "start, not a state hash"),
                Arguments.of(HEADER.replace("\"start\":\"0", "\"start\":\"x"), "start, not a state hash"),
                Arguments.of(HEADER.replace("\"start\":\"00", "\"start\":\"0x"), "start, not a state hash"),
                Arguments.of(HEADER.replace("\"strict\":false", "\"strict\":0"), "strict, not true or false"),
                Arguments.of(HEADER.replace("\"strict\":false", "\"x\":false"), "unknown member x"),
                Arguments.of(HEADER.replace(",\"strict\":false", ""), "strict, missing or empty"),
                Arguments.of(HEADER.replace("\"limits\":{}", "\"limits\":{\"x\":1}"), "unknown member x"),
                Arguments.of(limit("0"), "maxProperties, not a limit from 1 to 2147483646"),
                Arguments.of(limit("2147483647"), "maxProperties, not a limit from 1 to 2147483646"),
                Arguments.of(limit("1.5"), "maxProperties, not a count"));
    }

    private static String limit(String number) {
        return HEADER.replace("\"limits\":{}", "\"limits\":{\"maxProperties\":" + number + "}");
    }

    @ParameterizedTest
    @MethodSource("badHeaders")
    void read_firstLineOfNoUse_isRefused(String header, String message) {
        assertThatThrownBy(() -> Logs.read(Records.utf8(SealedTexts.sealed(header, end(0, 0)))))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith("line 1: " + message);
    }

    @Test
    void read_goodEntries_areReadAmongTheseExamples() throws IOException {
        assertThat(Logs.read(log(SLICE, UPDATE))).hasSize(1);
        assertThat(Logs.read(log(CLEAR, end(1, 0)))).hasSize(1);
        assertThat(Logs.read(log(restore(0, 1), PROFILE, end(1, 0)))).hasSize(1);
        assertThat(Logs.read(Records.utf8(SealedTexts.sealed(limit("2147483646"), end(0, 0)))))
                .isEqualTo(List.of());
    }
}
