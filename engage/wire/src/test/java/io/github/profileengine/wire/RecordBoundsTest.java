package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A record beyond a bound fails alone: in a list between two good records, and as lines. */
class RecordBoundsTest {

    private static String withField(String field) {
        return "{\"$token\":\"t\",\"$distinct_id\":\"u\"," + field + "}";
    }

    private static String set(String value) {
        return withField("\"$set\":{\"a\":" + value + "}");
    }

    private static String nested(int levels) {
        return set("[".repeat(levels - 2) + "]".repeat(levels - 2));
    }

    private static String ofBytes(int bytes) {
        return set("\"" + "x".repeat(bytes - set("\"\"").length()) + "\"");
    }

    private static String digits(int count) {
        return "0." + "1".repeat(count - 2);
    }

    static Stream<Arguments> within() {
        return Stream.of(
                Arguments.of("bytes", ofBytes(1 << 20)),
                Arguments.of("levels", nested(100)),
                Arguments.of("fraction", set(digits(1000))),
                Arguments.of("integer", set("1" + "0".repeat(300))),
                Arguments.of("exponent", set("1e-" + "0".repeat(996) + "1")),
                Arguments.of("largest", set("1.7976931348623157e308")),
                Arguments.of("tiny", set("1e-999")),
                Arguments.of("pair", set("\"\\ud83d\\ude00\"")),
                Arguments.of("control", set("\"\\u0000\"")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("within")
    void read_recordAtTheBound_isValid(String what, String record) {
        assertThat(Records.one(record)).isInstanceOf(DecodedRecord.Valid.class);
        // In one list with a record beyond a bound, it is read by the slower, careful code.
        assertThat(Records.of("[" + nested(101) + "," + record + "]").get(1)).isInstanceOf(DecodedRecord.Valid.class);
    }

    static Stream<Arguments> beyond() {
        return Stream.of(
                Arguments.of("bytes", ofBytes((1 << 20) + 1), Rule.RECORD_JSON_TOO_LARGE),
                Arguments.of("levels", nested(101), Rule.RECORD_JSON_TOO_DEEP),
                Arguments.of("many levels", nested(100_000), Rule.RECORD_JSON_TOO_DEEP),
                Arguments.of(
                        "levels in a field of no use",
                        withField("\"x\":" + "[".repeat(100) + "]".repeat(100)),
                        Rule.RECORD_JSON_TOO_DEEP),
                Arguments.of(
                        "levels in objects",
                        set("{\"b\":".repeat(99) + "1" + "}".repeat(99)),
                        Rule.RECORD_JSON_TOO_DEEP),
                Arguments.of("fraction", set(digits(1001)), Rule.RECORD_JSON_NUMBER_TOO_LONG),
                Arguments.of("integer", set("-1" + "0".repeat(999)), Rule.RECORD_JSON_NUMBER_TOO_LONG),
                Arguments.of("exponent", set("1e-" + "0".repeat(997) + "1"), Rule.RECORD_JSON_NUMBER_TOO_LONG),
                Arguments.of("number of no use", withField("\"x\":" + digits(1001)), Rule.RECORD_JSON_NUMBER_TOO_LONG),
                Arguments.of("infinite", set("1e309"), Rule.RECORD_JSON_BAD_NUMBER),
                Arguments.of("infinite integer", set("-1" + "0".repeat(400)), Rule.RECORD_JSON_BAD_NUMBER),
                Arguments.of(
                        "infinite number of no use",
                        withField("\"$mp_metadata\":{\"x\":[1e999]}"),
                        Rule.RECORD_JSON_BAD_NUMBER),
                Arguments.of("high surrogate", set("\"\\ud83d\""), Rule.RECORD_JSON_BAD_TEXT),
                Arguments.of("low surrogate", set("\"\\ude00x\""), Rule.RECORD_JSON_BAD_TEXT),
                Arguments.of("pair the wrong way round", set("\"\\ude00\\ud83d\""), Rule.RECORD_JSON_BAD_TEXT),
                Arguments.of("surrogate in a name", withField("\"$set\":{\"\\ud83d\":1}"), Rule.RECORD_JSON_BAD_TEXT),
                Arguments.of(
                        "surrogate in a field's name", withField("\"\\ud83d\":{\"a\":[1]}"), Rule.RECORD_JSON_BAD_TEXT),
                Arguments.of("low surrogate in a field's name", withField("\"\\ude00\":1"), Rule.RECORD_JSON_BAD_TEXT),
                Arguments.of(
                        "low surrogate in a name", withField("\"$set\":{\"x\\ude00x\":1}"), Rule.RECORD_JSON_BAD_TEXT),
                Arguments.of("surrogate of no use", withField("\"$device_id\":\"\\ud83d\""), Rule.RECORD_JSON_BAD_TEXT),
                Arguments.of(
                        "surrogate in an id",
                        withField("\"$distinct_id\":\"\\ud83d\",\"x\":[[1],{}]"),
                        Rule.RECORD_JSON_BAD_TEXT),
                Arguments.of("no object", "[" + set("1") + "]", Rule.RECORD_JSON_NOT_OBJECT),
                Arguments.of("no object, deep", "[".repeat(100_000) + "]".repeat(100_000), Rule.RECORD_JSON_NOT_OBJECT),
                Arguments.of("no object, infinite", "1e999", Rule.RECORD_JSON_NOT_OBJECT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beyond")
    void read_recordBeyondTheBound_failsAloneInItsList(String what, String record, Rule rule) {
        String good = set("[{\"b\":[1,2.5,\"x\"]}]");
        for (String input : List.of(
                "[" + good + "," + record + "," + good + "]",
                "[" + good + ",\n  " + record + " ,\n" + good + "]\n",
                "[\n" + good + ",\n" + record + ",\n" + good + "\n]\n")) {
            List<DecodedRecord> records = Records.of(input);
            assertThat(records).hasSize(3);
            assertThat(records.get(0)).isInstanceOf(DecodedRecord.Valid.class);
            assertThat(records.get(1)).isInstanceOfSatisfying(DecodedRecord.Invalid.class, invalid -> {
                assertThat(invalid.rule()).isEqualTo(rule);
                assertThat(invalid.index()).isEqualTo(1);
                assertThat(invalid.message()).startsWith("json, ");
            });
            assertThat(records.get(2)).isInstanceOf(DecodedRecord.Valid.class);
        }
    }

    @Test
    void read_severalFaults_namesTheBoundFirst() {
        String deep = "[".repeat(100) + "]".repeat(100);
        assertThat(rule(set("1e999").replace("}}", "},\"x\":" + deep + "}"))).isEqualTo(Rule.RECORD_JSON_TOO_DEEP);
        assertThat(rule(set("\"\\ud800\"").replace("}}", "},\"x\":" + digits(1001) + "}")))
                .isEqualTo(Rule.RECORD_JSON_NUMBER_TOO_LONG);
        assertThat(rule("{\"x\":" + digits(1001) + ",\"y\":" + deep + "}")).isEqualTo(Rule.RECORD_JSON_TOO_DEEP);
        assertThat(rule("{\"x\":1e999}")).isEqualTo(Rule.RECORD_JSON_BAD_NUMBER);
        assertThat(rule("{\"x\":1e999,\"y\":\"\\ud800\"}")).isEqualTo(Rule.RECORD_JSON_BAD_NUMBER);
    }

    @Test
    void read_otherBounds_areThoseOfTheOptions() {
        ReaderOptions options = ReaderOptions.defaults()
                .withMaxRecordBytes(set("1").length())
                .withMaxNesting(2)
                .withMaxNumberCharacters(3);
        assertThat(Records.one(set("1"), options)).isInstanceOf(DecodedRecord.Valid.class);
        assertThat(rule(set("10"), options)).isEqualTo(Rule.RECORD_JSON_TOO_LARGE);
        assertThat(rule("{\"a\":[[]]}", options)).isEqualTo(Rule.RECORD_JSON_TOO_DEEP);
        assertThat(rule("{\"a\":-100}", options)).isEqualTo(Rule.RECORD_JSON_NUMBER_TOO_LONG);
        assertThat(rule("{\"a\":-10}", options)).isEqualTo(Rule.RECORD_TOKEN_MISSING);
    }

    private static Rule rule(String record) {
        return rule(record, ReaderOptions.defaults());
    }

    private static Rule rule(String record, ReaderOptions options) {
        return ((DecodedRecord.Invalid) Records.one(record, options)).rule();
    }
}
