package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateTextTest {

    private static final String GOOD = "{\"$token\":\"t\",\"$distinct_id\":\"u\",\"$set\":{}}";

    private static DecodedText read(String text) {
        return UpdateText.read(Records.utf8(text), ReaderOptions.defaults());
    }

    @Test
    void read_recordOrList_givesEachRecord() {
        assertThat(read(" " + GOOD + "\n"))
                .isInstanceOfSatisfying(
                        DecodedText.Records.class,
                        text -> assertThat(Records.told(text.records())).containsExactly("u"));
        assertThat(read("[" + GOOD + ",5,\n" + GOOD + "]"))
                .isInstanceOfSatisfying(
                        DecodedText.Records.class,
                        text -> assertThat(Records.told(text.records()))
                                .containsExactly("u", "json, not an object", "u"));
        assertThat(read("[]")).isEqualTo(new DecodedText.Records(List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "``; 1; 1; the input ends where a value is expected",
                "[1,|[2; 2; 3; the input ends inside a list",
                "{\"a\":1; 1; 7; the input ends inside an object",
                "{}|{}; 2; 1; unexpected character '{' after the end of the JSON value",
                "[\u00e9; 1; 2; unexpected character U+00E9 where a value or ] is expected",
                "[1|\ud83d\ude00; 2; 1; unexpected character U+1F600 where , or ] is expected",
                "{\"a\":1,}; 1; 8; unexpected character '}' where a name in quotes is expected",
                "{1:1}; 1; 2; unexpected character '1' where a name in quotes or } is expected",
                "{\"\ud83d\ude00\"=; 1; 5; unexpected character '=' where : is expected",
                "[\"a|\"]; 1; 4; the line ends inside a text in quotes",
                "[\"\\q\"]; 1; 3; unknown escape inside a text in quotes",
                "[\"\u0001\"]; 1; 3; unescaped control character U+0001 inside a text in quotes",
                "[\"a; 1; 4; the input ends inside a text in quotes",
                "[1.|]; 1; 4; unexpected end of line where a value or ] is expected",
            })
    void read_malformedText_saysWhatAndWhere(String text, long line, long column, String problem) {
        String message = "json, " + problem + " (line " + line + ", column " + column + ")";
        assertThat(read(text.replace('|', '\n')))
                .isEqualTo(new DecodedText.Failed(Rule.RECORD_JSON_MALFORMED, message, line, column));
    }

    @Test
    void read_beyondTheBoundsOfARequest_failsAsAWhole() {
        ReaderOptions options =
                ReaderOptions.defaults().withMaxRecordsPerText(2).withMaxTextBytes(200);
        String three = "[" + GOOD + "," + GOOD + "," + GOOD + "]";
        assertThat(UpdateText.read(Records.utf8(three), options))
                .isEqualTo(new DecodedText.Failed(
                        Rule.RECORD_JSON_TOO_LARGE, "json, a list of over 2 records (line 1, column 1)", 1, 1));
        assertThat(UpdateText.read(Records.utf8(three), options.withMaxTextBytes(three.length() - 1)))
                .isEqualTo(new DecodedText.Failed(
                        Rule.RECORD_JSON_TOO_LARGE,
                        "json, a JSON text of over " + (three.length() - 1) + " bytes (line 1, column 1)",
                        1,
                        1));
    }
}
