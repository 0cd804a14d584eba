package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs the files of JSONTestSuite, from {@code shared/JSONTestSuite} beside the repository. {@code y_} files must be
 * read, and {@code n_} files must be refused with line and column. This class decides what must happen to each
 * {@code i_} file.
 */
class JsonTestSuiteTest {

    private static final String MALFORMED = "malformed";
    private static final String READ = "read";
    private static final String BAD_NUMBER = "json, a number beyond the range of a double";
    private static final String BAD_TEXT = "json, a text with an unpaired surrogate";

    /**
     * {@code read}: it has a value. {@code malformed}: it is not JSON. Otherwise the message: JSON, but no value of
     * ours.
     */
    private static final Map<String, String> DECIDED = new TreeMap<>(Map.ofEntries(
            Map.entry("i_number_double_huge_neg_exp.json", READ),
            Map.entry("i_number_huge_exp.json", BAD_NUMBER),
            Map.entry("i_number_neg_int_huge_exp.json", BAD_NUMBER),
            Map.entry("i_number_pos_double_huge_exp.json", BAD_NUMBER),
            Map.entry("i_number_real_neg_overflow.json", BAD_NUMBER),
            Map.entry("i_number_real_pos_overflow.json", BAD_NUMBER),
            Map.entry("i_number_real_underflow.json", READ),
            Map.entry("i_number_too_big_neg_int.json", READ),
            Map.entry("i_number_too_big_pos_int.json", READ),
            Map.entry("i_number_very_big_negative_int.json", READ),
            Map.entry("i_object_key_lone_2nd_surrogate.json", BAD_TEXT),
            Map.entry("i_string_1st_surrogate_but_2nd_missing.json", BAD_TEXT),
            Map.entry("i_string_1st_valid_surrogate_2nd_invalid.json", BAD_TEXT),
            Map.entry("i_string_UTF-16LE_with_BOM.json", MALFORMED),
            Map.entry("i_string_UTF-8_invalid_sequence.json", MALFORMED),
            Map.entry("i_string_UTF8_surrogate_U+D800.json", MALFORMED),
            Map.entry("i_string_incomplete_surrogate_and_escape_valid.json", BAD_TEXT),
            Map.entry("i_string_incomplete_surrogate_pair.json", BAD_TEXT),
            Map.entry("i_string_incomplete_surrogates_escape_valid.json", BAD_TEXT),
            Map.entry("i_string_invalid_lonely_surrogate.json", BAD_TEXT),
            Map.entry("i_string_invalid_surrogate.json", BAD_TEXT),
            Map.entry("i_string_invalid_utf-8.json", MALFORMED),
            Map.entry("i_string_inverted_surrogates_U+1D11E.json", BAD_TEXT),
            Map.entry("i_string_iso_latin_1.json", MALFORMED),
            Map.entry("i_string_lone_second_surrogate.json", BAD_TEXT),
            Map.entry("i_string_lone_utf8_continuation_byte.json", MALFORMED),
            Map.entry("i_string_not_in_unicode_range.json", MALFORMED),
            Map.entry("i_string_overlong_sequence_2_bytes.json", MALFORMED),
            Map.entry("i_string_overlong_sequence_6_bytes.json", MALFORMED),
            Map.entry("i_string_overlong_sequence_6_bytes_null.json", MALFORMED),
            Map.entry("i_string_truncated-utf-8.json", MALFORMED),
            Map.entry("i_string_utf16BE_no_BOM.json", MALFORMED),
            Map.entry("i_string_utf16LE_no_BOM.json", MALFORMED),
            Map.entry(
                    "i_structure_500_nested_arrays.json",
                    "json, nested over 100 levels, or a number of over 1000 characters"),
            Map.entry("i_structure_UTF-8_BOM_empty_object.json", READ)));

    @TestFactory
    Stream<DynamicTest> read_filesThatAreJson_haveAValue() throws IOException {
        return each("y_", JsonTestSuiteTest::isRead);
    }

    @TestFactory
    Stream<DynamicTest> read_filesThatAreNone_areRefusedWithLineAndColumn() throws IOException {
        return each("n_", JsonTestSuiteTest::isMalformed);
    }

    @TestFactory
    Stream<DynamicTest> read_filesLeftOpen_areAsDecided() throws IOException {
        return each("i_", file -> {
            String decided = DECIDED.get(file.getFileName().toString());
            switch (decided) {
                case READ -> isRead(file);
                case MALFORMED -> isMalformed(file);
                default -> {
                    assertThat(UpdateText.read(bytes(file), ReaderOptions.defaults()))
                            .isInstanceOf(DecodedText.Records.class);
                    assertThatThrownBy(() -> JsonText.read(bytes(file), ReaderOptions.defaults()))
                            .hasMessage(decided);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> read_everyFileAsASequence_ends() throws IOException {
        return each("", file -> {
            for (DecodedRecord record : Records.of(bytes(file), ReaderOptions.defaults())) {
                assertThat(record).isInstanceOf(DecodedRecord.Invalid.class);
            }
        });
    }

    @Test
    void suite_itsFiles_areAllThere() throws IOException {
        assertThat(each("y_", file -> {})).hasSize(95);
        assertThat(each("n_", file -> {})).hasSize(188);
        assertThat(each("i_", file -> {}).map(DynamicTest::getDisplayName))
                .isEqualTo(DECIDED.keySet().stream().toList());
    }

    private static void isRead(Path file) {
        JsonText.read(bytes(file), ReaderOptions.defaults());
        assertThat(UpdateText.read(bytes(file), ReaderOptions.defaults())).isInstanceOf(DecodedText.Records.class);
    }

    private static void isMalformed(Path file) {
        assertThat(UpdateText.read(bytes(file), ReaderOptions.defaults()))
                .isInstanceOfSatisfying(DecodedText.Failed.class, failed -> {
                    assertThat(failed.line()).isPositive();
                    assertThat(failed.column()).isPositive();
                    assertThat(failed.message()).matches("(?s)json, .+ \\(line \\d+, column \\d+\\)");
                });
        assertThatThrownBy(() -> JsonText.read(bytes(file), ReaderOptions.defaults()))
                .isInstanceOfSatisfying(
                        InvalidJsonException.class, e -> assertThat(e.line()).isPositive());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<DynamicTest> each(String prefix, Consumer<Path> test) throws IOException {
        Path folder = folder();
        Assumptions.assumeTrue(folder != null, "shared/JSONTestSuite is not beside the repository: nothing was tested");
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> test.accept(file)))
                    .toList()
                    .stream();
        }
    }

    /** The folder of {@code -Dshared.folder}, or else a folder {@code shared} beside one of the folders above. */
    private static Path folder() {
        String given = System.getProperty("shared.folder");
        if (given != null) {
            return Path.of(given, "JSONTestSuite", "test_parsing");
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared").resolve("JSONTestSuite").resolve("test_parsing");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return null;
    }
}
