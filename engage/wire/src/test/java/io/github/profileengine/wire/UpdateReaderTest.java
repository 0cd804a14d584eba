package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.operation.Rule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class UpdateReaderTest {

    private static String update(String id) {
        return "{\"$token\":\"t\",\"$distinct_id\":\"" + id + "\",\"$set\":{\"a\":1}}";
    }

    @Test
    void read_emptyInput_isNoRecord() {
        assertThat(Records.of("")).isEmpty();
        assertThat(Records.of("\n \r\n\t")).isEmpty();
        assertThat(Records.of("[]")).isEmpty();
    }

    @Test
    void read_mixOfRecordsAndLists_countsEveryElement() {
        String input = update("a") + "\n[" + update("b") + "," + update("c") + "]\n\n[\n" + update("d") + "\n]\r\n"
                + update("e");
        List<DecodedRecord> records = Records.of(input);
        assertThat(Records.told(records)).containsExactly("a", "b", "c", "d", "e");
        assertThat(records).extracting(DecodedRecord::index).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void read_malformedLine_countsOneAndTheOthersSurvive() {
        List<DecodedRecord> records = Records.of(update("a") + "\n{\"$token\":tru}\n" + update("b"));
        assertThat(Records.told(records))
                .containsExactly(
                        "a", "json, unexpected character 't' where a value is expected (line 2, column 11)", "b");
        assertThat(((DecodedRecord.Invalid) records.get(1)).rule()).isEqualTo(Rule.RECORD_JSON_MALFORMED);
        assertThat(((DecodedRecord.Invalid) records.get(1)).field()).isEqualTo("json");
        assertThat(records).extracting(DecodedRecord::index).containsExactly(0L, 1L, 2L);
    }

    @Test
    void read_malformedList_appliesNothingOfIt() {
        assertThat(Records.told(Records.of("[" + update("a") + "," + update("b") + "}\n" + update("c"))))
                .hasSize(2)
                .last()
                .isEqualTo("c");
    }

    @Test
    void read_cutLine_doesNotSwallowTheNext() {
        assertThat(Records.told(Records.of(update("a").substring(0, 20) + "\n" + update("b") + "\n" + update("c"))))
                .hasSize(3)
                .endsWith("b", "c");
        assertThat(Records.told(Records.of("[" + update("a") + "\n" + update("b") + "\n" + update("c"))))
                .containsExactly(
                        "json, unexpected character '{' where , or ] is expected, in the JSON text that begins "
                                + "on line 1 (line 2, column 1)",
                        "b",
                        "c");
    }

    @Test
    void read_twoTextsOnOneLine_isMalformed() {
        assertThat(Records.told(Records.of(update("a") + update("b") + "\n" + update("c"))))
                .hasSize(2)
                .endsWith("c");
        assertThat(Records.told(Records.of(update("a") + " x\n" + update("c"))))
                .hasSize(2)
                .endsWith("c");
    }

    @Test
    void read_textThatIsNoRecord_isOneRecord() {
        assertThat(Records.told(Records.of("5\n\"a\"\nnull\n[1,[" + update("x") + "]]")))
                .hasSize(5)
                .containsOnly("json, not an object");
    }

    @Test
    void read_byteOrderMark_isSkippedAtTheStartOnly() {
        assertThat(Records.told(Records.of("\ufeff" + update("a")))).containsExactly("a");
        assertThat(Records.told(Records.of("\ufeff"))).isEmpty();
        assertThat(Records.told(Records.of("\ufeffx")))
                .containsExactly("json, unexpected character 'x' where a value is expected (line 1, column 1)");
        assertThat(Records.told(Records.of(update("a") + "\n\ufeff" + update("b"))))
                .hasSize(2)
                .startsWith("a")
                .doesNotContain("b");
    }

    @Test
    void read_invalidUtf8_isMalformedWithItsPlace() {
        byte[] input = Records.utf8(update("a") + "\n{\"\u00e9\":\"??\"}\n" + update("b"));
        int at = update("a").length() + 8;
        input[at] = (byte) 0xC0;
        input[at + 1] = (byte) 0x80;
        assertThat(Records.told(Records.of(input, ReaderOptions.defaults())))
                .containsExactly("a", "json, invalid UTF-8 (line 2, column 7)", "b");
    }

    @Test
    void read_utf16_isMalformed() {
        assertThat(Records.told(Records.of("[\0]\0"))).hasSize(1).allMatch(text -> text.startsWith("json, unexpected"));
    }

    @Test
    void read_numbersNoOneSends_areMalformed() {
        assertThat(Records.told(Records.of("NaN\n[Infinity]\n{\"a\":-Infinity}\n[01]\n[+1]\n[.5]\n[1.]")))
                .hasSize(7)
                .allMatch(text -> text.contains("(line "));
    }

    @Test
    void read_listOfTooManyRecords_failsAsAWhole() {
        ReaderOptions options = ReaderOptions.defaults().withMaxRecordsPerText(2);
        String two = "[" + update("a") + "," + update("b") + "]";
        String three = "[" + update("a") + "," + update("b") + "," + update("c") + "]";
        assertThat(Records.told(Records.of(Records.utf8(three + "\n" + two), options)))
                .containsExactly("json, a list of over 2 records", "a", "b");
    }

    @Test
    void read_manyLinesThroughAPipe_areAllThere() throws IOException {
        String input = IntStream.range(0, 20_000)
                .mapToObj(i ->
                        i % 100 == 7 ? "{\"a\":" : i % 100 == 50 ? "[\n" + update("u" + i) + "\n]" : update("u" + i))
                .collect(Collectors.joining("\n"));
        List<String> whole = Records.told(Records.of(input));
        InputStream pipe = Records.trickle(Records.utf8(input), 1000);
        assertThat(whole).hasSize(20_000).contains("u0", "u8", "u50", "u19999").doesNotContain("u7");
        assertThat(Records.told(Records.all(UpdateReader.of(pipe, ReaderOptions.defaults()))))
                .isEqualTo(whole);
    }

    @Test
    void read_longList_isReadWithoutHoldingItsRecords() {
        String list =
                IntStream.range(0, 20_000).mapToObj(i -> update("u" + i)).collect(Collectors.joining(",\n", "[", "]"));
        assertThat(list.length()).isGreaterThan(ReaderOptions.defaults().maxRecordBytes());
        assertThat(Records.told(Records.of(list)))
                .hasSize(20_000)
                .startsWith("u0")
                .endsWith("u19999");
    }

    @Test
    void read_errorFarDown_namesLineAndColumn() {
        String input = (update("a") + "\n").repeat(5000) + "\n" + update("\ud83d\ude00") + ",";
        assertThat(Records.told(Records.of(input)))
                .hasSize(5001)
                .endsWith("json, unexpected character ',' after the end of the JSON value (line 5002, column "
                        + (update("x").length() + 1) + ")");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void read_onlyMalformedLines_takesReasonableTime() {
        assertThat(Records.of("{\"a\":1}}\n".repeat(300_000))).hasSize(300_000);
        assertThat(Records.of("[\n".repeat(300_000))).hasSize(300_000);
        assertThat(Records.of("[".repeat(100_000) + "\n[" + "{\"\":[".repeat(50_000)))
                .hasSize(2);
        assertThat(Records.of(("[".repeat(200) + "]".repeat(200) + "\n").repeat(3_000)))
                .hasSize(3_000);
    }

    /** What held the names of the first record must not be cleared, as large as it was, for each of the others. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void read_recordsAfterOneOfManyNames_takeReasonableTime() {
        StringBuilder large = new StringBuilder("{\"$x\":1");
        for (int name = 0; name < 70_000; name++) {
            large.append(",\"$").append(name).append("\":1");
        }
        assertThat(Records.of(large + "}\n" + "{\"$x\":1}\n".repeat(2_000_000))).hasSize(2_000_001);
    }

    /** For each such line the reader looks ahead, but it must not look at the whole rest of the input. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void read_linesOfInvalidBytesBeforeLongLines_takesReasonableTime() throws IOException {
        byte[] bad = {(byte) 0xFF, '\n'};
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int line = 0; line < 200_000; line++) {
            out.writeBytes(bad);
        }
        out.writeBytes(Records.utf8(" ".repeat(60_000_000) + "\n"));
        assertThat(Records.all(UpdateReader.of(out.toByteArray(), ReaderOptions.defaults())))
                .hasSize(200_000);

        out.reset();
        out.writeBytes(Records.utf8(" ".repeat(40_000_000) + "\n"));
        for (int turn = 0; turn < 40; turn++) {
            for (int line = 0; line < 32_000; line++) {
                out.writeBytes(bad);
            }
            out.writeBytes(Records.utf8(" ".repeat(100_000) + "\n"));
        }
        InputStream in = new ByteArrayInputStream(out.toByteArray());
        assertThat(Records.all(UpdateReader.of(in, ReaderOptions.defaults()))).hasSize(40 * 32_000);
    }

    /** A caller that bounds reading ahead by bytes must not get a whole list in one step. */
    @Test
    void position_insideALongList_movesOnWithItsRecords() throws IOException {
        String record = update("x".repeat(200));
        int count = 10_000;
        byte[] list = Records.utf8("[" + (record + ",").repeat(count - 1) + record + "]\n" + update("last"));
        UpdateReader reader = UpdateReader.of(list, ReaderOptions.defaults());
        for (int at = 1; at < count; at++) {
            reader.read();
            assertThat(reader.position()).isEqualTo(1 + (long) at * (record.length() + 1));
        }
        reader.read();
        assertThat(reader.position()).isEqualTo(list.length - update("last").length());
    }

    @Test
    void read_gzipOfSeveralMembers_isInflated() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(GzipTest.compressed(
                Records.utf8(update("a") + "\n" + update("b").substring(0, 9))));
        out.write(GzipTest.compressed(Records.utf8(update("b").substring(9))));
        InputStream in = new ByteArrayInputStream(out.toByteArray());
        assertThat(Records.told(Records.all(UpdateReader.of(in, ReaderOptions.defaults()))))
                .containsExactly("a", "b");
    }

    @Test
    void read_damagedGzip_deliversWhatCameBefore() throws IOException {
        byte[] gzip = GzipTest.compressed(Records.utf8(update("a") + "\n" + update("b") + "\n"));
        gzip[gzip.length - 6] ^= 1;
        UpdateReader reader = UpdateReader.of(new ByteArrayInputStream(gzip), ReaderOptions.defaults());
        assertThat(delivered(reader, DamagedGzipException.class)).containsExactly("a", "b");
    }

    @Test
    void read_oversizedGzip_deliversWhatFits() throws IOException {
        String first = update("a") + "\n";
        byte[] gzip = GzipTest.compressed(Records.utf8(first + update("b")));
        ReaderOptions options = ReaderOptions.defaults().withMaxInflatedBytes(first.length());
        UpdateReader reader = UpdateReader.of(new ByteArrayInputStream(gzip), options);
        assertThat(delivered(reader, OversizedInputException.class)).containsExactly("a");
    }

    private static List<String> delivered(UpdateReader reader, Class<? extends IOException> end) {
        List<DecodedRecord> records = new ArrayList<>();
        assertThatThrownBy(() -> {
                    for (DecodedRecord record = reader.read(); record != null; record = reader.read()) {
                        records.add(record);
                    }
                })
                .isInstanceOf(end);
        assertThatThrownBy(reader::read).isInstanceOf(end);
        return Records.told(records);
    }
}
