package io.github.profileengine.testdouble.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.value.CanonicalText;
import io.github.profileengine.value.ValueBuilder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    private static final Map<String, Object> PROPERTIES = properties();

    private static Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("name", "Ada");
        properties.put("empty", "");
        properties.put("age", 36L);
        properties.put("half", 0.5);
        properties.put("yes", true);
        properties.put("no", false);
        properties.put("null", null);
        properties.put("tags", List.of("a", "b", List.of(1L)));
        properties.put("address", Map.of("city", Map.of("zip", "N1"), "lines", List.of("x", "y")));
        properties.put("seen", "2024-03-01T12:00:00");
        properties.put("big", Long.MAX_VALUE);
        properties.put("huge", 0x1p63);
        return properties;
    }

    private static Object value(String text) {
        return ExpressionParser.parse(text)
                .value(name -> PROPERTIES.containsKey(name)
                        ? ValueBuilder.copyOf(PROPERTIES.get(name), 100)
                        : Undefined.UNDEFINED);
    }

    private static String shown(String text) {
        Object value = value(text);
        return value == Undefined.UNDEFINED || value instanceof Instant ? value.toString() : CanonicalText.of(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "properties[\"name\"]                    | \"Ada\"",
                "user['name']                            | \"Ada\"",
                "properties[\"missing\"]                 | undefined",
                "properties[\"null\"]                    | null",
                "properties[\"address\"][\"city\"][\"zip\"] | \"N1\"",
                "properties[\"address\"][\"lines\"][1]   | \"y\"",
                "properties[\"address\"][\"lines\"][2]   | undefined",
                "properties[\"address\"][\"lines\"][99999999999] | undefined",
                "properties[\"address\"][\"none\"][\"zip\"] | undefined",
                "properties[\"name\"][0]                 | undefined",
            })
    void reference_path_value(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1 == 1.0                        | true",
                "1 == \"1\"                      | false",
                "1 != \"1\"                      | true",
                "true == 1                       | false",
                "null == undefined               | false",
                "null == null                    | true",
                "properties[\"missing\"] == undefined | true",
                "properties[\"null\"] == undefined | false",
                "[1,[\"a\"]] == [1.0,['a']]      | true",
                "[1,2] == [2,1]                  | false",
                "properties[\"tags\"] == [\"a\",\"b\",[1]] | true",
                "9007199254740993 == 9007199254740992 | false",
                "1 < 2                           | true",
                "2 <= 2.0                        | true",
                "0.5 > 1                         | false",
                "properties[\"big\"] < properties[\"huge\"] | true",
                "9223372036854775807 >= 9223372036854775806 | true",
                "9007199254740993 > 9007199254740992 | true",
                "-1.5 < -1                       | true",
                "-1 < -1.5                       | false",
                "1 < 1.5                         | true",
                "2 < 1.5                         | false",
                "-1e300 < -9223372036854775808   | true",
                "\"a\" < \"b\"                   | undefined",
                "1 < \"2\"                       | undefined",
                "true > false                    | undefined",
                "properties[\"missing\"] < 5     | undefined",
                "null <= null                    | undefined",
                "datetime(\"2024-01-01\") < datetime(\"2024-01-02\") | true",
                "datetime(\"2024-01-01T01:00:00+01:00\") == datetime(\"2024-01-01\") | true",
                "datetime(\"2024-01-01\") < 5    | undefined",
                "datetime(1704067200) == datetime(1704067200000) | true",
                "datetime(1700000000123) == datetime(\"2023-11-14T22:13:20.123Z\") | true",
                "datetime(1700000000.123) == datetime(\"2023-11-14T22:13:20.123Z\") | true",
                "datetime(-1) == datetime(\"1969-12-31T23:59:59Z\") | true",
                "datetime(1e300) == datetime(0)  | false",
                "properties[\"seen\"] > datetime(\"2024-03-01\") | true",
                "properties[\"seen\"] == datetime(\"2024-03-01 12:00:00Z\") | true",
                "properties[\"name\"] > datetime(\"2024-03-01\") | undefined",
                "properties[\"name\"] == datetime(\"2024-03-01\") | false",
                "datetime(properties[\"seen\"]) > datetime(\"2025-03-01\") | false",
            })
    void comparison_types_value(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"da\" in properties[\"name\"]  | true",
                "\"\" in \"\"                    | true",
                "\"Da\" in properties[\"name\"]  | false",
                "properties[\"age\"] in [1,36.0] | true",
                "properties[\"age\"] in [\"36\"] | false",
                "properties[\"missing\"] in [1]  | false",
                "properties[\"null\"] in [null]  | true",
                "1 in []                         | false",
                "\"b\" in properties[\"tags\"]   | true",
                "[1] in properties[\"tags\"]     | true",
                "\"c\" not in properties[\"tags\"] | true",
                "1 in \"1\"                      | undefined",
                "properties[\"tags\"] in \"a\"   | undefined",
                "\"city\" in properties[\"address\"] | undefined",
            })
    void in_textOrList_value(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1 + 2                           | 3",
                "\"a\" + 'b'                     | \"ab\"",
                "\"a\" + 1                       | undefined",
                "true + 1                        | undefined",
                "[1] + [2]                       | undefined",
                "\"a\" - \"a\"                   | undefined",
                "9007199254740993 + 1            | 9007199254740994",
                "9223372036854775807 + 1         | 9223372036854775808",
                "-9223372036854775808            | -9223372036854775808",
                "-9223372036854775808 - 1        | -9223372036854775808",
                "-(-9223372036854775808)         | 9223372036854775808",
                "3037000500 * 3037000500         | 9223372037000250000",
                "4294967297 * 4294967297         | 18446744082299486000",
                "-9223372036854775808 * -1       | 9223372036854775808",
                "-1 * -9223372036854775808       | 9223372036854775808",
                "0.1 + 0.2                       | 0.30000000000000004",
                "7 / 2                           | 3.5",
                "6 / 2                           | 3",
                "9007199254740993 / 1            | 9007199254740993",
                "-9223372036854775808 / -1       | 9223372036854775808",
                "1 / 0                           | undefined",
                "1 / 0.0                         | undefined",
                "1 % 0                           | undefined",
                "-7 % 3                          | -1",
                "7 % -3                          | 1",
                "7.5 % 2                         | 1.5",
                "1e308 * 10                      | undefined",
                "-\"a\"                          | undefined",
                "-properties[\"age\"]            | -36",
                "10 - 2 - 3                      | 5",
                "2 + 3 * 4 - 8 / 2 % 3           | 13",
                "-2 * -3                         | 6",
                "floor(-1.5)                     | -2",
                "ceil(-1.5)                      | -1",
                "round(2.5)                      | 3",
                "round(-2.5)                     | -3",
                "round(0.49999999999999994)      | 0",
                "floor(9007199254740993)         | 9007199254740993",
                "floor(\"1.5\")                  | undefined",
                "round(properties[\"missing\"])  | undefined",
            })
    void arithmetic_numbers_value(String text, String expected) {
        String canonical = expected.equals("undefined") ? expected : CanonicalText.of(value(expected));

        assertThat(shown(text)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "true and true                   | true",
                "true and undefined              | false",
                "undefined or true               | true",
                "undefined or undefined          | false",
                "properties[\"missing\"] < 1 or properties[\"yes\"] | true",
                "false or false or true          | true",
                "true and true and false         | false",
                "not true                        | false",
                "not undefined                   | true",
                "not 5                           | undefined",
                "not null                        | undefined",
                "not not true                    | true",
                "defined(properties[\"name\"])   | true",
                "defined(properties[\"null\"])   | true",
                "not defined(properties[\"missing\"]) | true",
                "defined(1 / 0)                  | false",
            })
    void logic_undefined_isFalse(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "boolean(\"false\")              | false",
                "boolean(\"\")                   | false",
                "boolean(\"0\")                  | true",
                "boolean(0)                      | false",
                "boolean(0.5)                    | true",
                "boolean(null)                   | false",
                "boolean(properties[\"missing\"]) | false",
                "boolean([])                     | true",
                "number(\" 12 \")                | 12",
                "number(\"-1.50\")               | -1.5",
                "number(\"1e2\")                 | 100",
                "number(\"9223372036854775807\") | 9223372036854775807",
                "number(\"12abc\")               | undefined",
                "number(\"000009007199254740993\") | 9007199254740993",
                "number(\"-000\")                | 0",
                "number(\"+\")                   | undefined",
                "number(\"0x10\")                | undefined",
                "number(\"NaN\")                 | undefined",
                "number(\"1e999\")               | undefined",
                "number(\"\")                    | undefined",
                "number(true)                    | 1",
                "number(null)                    | undefined",
                "number([1])                     | undefined",
                "number(datetime(\"1970-01-02\")) | 86400",
                "number(datetime(0.5))           | 0.5",
                "string(1.0)                     | \"1\"",
                "string(1e21)                    | \"1e+21\"",
                "string(true)                    | \"true\"",
                "string(null)                    | null",
                "string(properties[\"missing\"]) | undefined",
                "string([1,\"a\"])               | \"[1,\\\"a\\\"]\"",
                "string(datetime(\"2024-01-01\")) | \"2024-01-01T00:00:00Z\"",
                "list(1)                         | [1]",
                "list([1])                       | [1]",
                "list(null)                      | [null]",
                "list(properties[\"missing\"])   | undefined",
                "datetime(\"2024-02-29T00:00:00.5Z\") | 2024-02-29T00:00:00.500Z",
                "datetime(properties[\"name\"])  | undefined",
                "datetime(1e300)                 | undefined",
            })
    void cast_types_value(String text, String expected) {
        assertThat(shown(text)).isEqualTo(expected);
    }

    @Test
    void and_otherTypeThanBoolean_saysWhere() {
        assertThatThrownBy(() -> value("properties['yes'] or properties['age']"))
                .isInstanceOf(InvalidExpressionException.class)
                .hasMessage("column 22: \"or\" takes booleans, but this is a number");
    }

    @Test
    void junction_otherTypeBehindDecidingOperand_isStillFound() {
        assertThatThrownBy(() -> value("false and properties['name']"))
                .hasMessage("column 11: \"and\" takes booleans, but this is a text");
    }

    @Test
    void plus_textsBeyondTheBound_undefined() {
        String half = "x".repeat(ArithmeticOperator.MAX_TEXT / 2);
        Expression joined = ExpressionParser.parse("properties['h'] + properties['h']");
        Expression longer = ExpressionParser.parse("properties['h'] + properties['h'] + 'x'");

        assertThat(joined.value(name -> half)).isEqualTo(half + half);
        assertThat(longer.value(name -> half)).isEqualTo(Undefined.UNDEFINED);
    }
}
