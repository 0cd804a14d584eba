package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.snapshot.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The first and last lines of states: foreign files, and lines that do not fit together. */
class FileFormatTest {

    private static final String A = StateReaderTest.profile("a", "{\"n\":1}");
    private static final String WHOLE = SealedTexts.state(A);
    private static final String END = WHOLE.lines().toList().get(2);

    private static String without(String line) {
        return WHOLE.replace(line + "\n", "");
    }

    static Stream<Arguments> foreign() {
        return Stream.of(
                Arguments.of("", "line 1: an empty file"),
                Arguments.of("\n", "line 1: not a state of profile-engine: a blank line"),
                Arguments.of("# Profile Engine\n", "line 1: not a state of profile-engine: unexpected character '#'"),
                Arguments.of("PK\u0003\u0004\n", "line 1: not a state of profile-engine: unexpected character 'P'"),
                Arguments.of("{}\n", "line 1: not a state of profile-engine: the first line must say \"$state\""),
                Arguments.of(A + "\n", "line 1: not a state of profile-engine: the first line must say"),
                Arguments.of(
                        "{\"$state\":\"another\"}\n", "line 1: not a state of profile-engine: the first line must"),
                Arguments.of("{\"$log\":\"profile-engine\"}\n", "line 1: this is a log, but a state is needed"),
                Arguments.of("\ufeff" + WHOLE, "line 1: not a state of profile-engine: unexpected character U+FEFF"),
                Arguments.of(SealedTexts.sealed("{\"$state\":\"profile-engine\"}", A, END), "line 1: version, missing"),
                Arguments.of(
                        SealedTexts.sealed("{\"$state\":\"profile-engine\",\"version\":2}", A, END),
                        "line 1: version 2 of the format; this program reads version 1"),
                Arguments.of(
                        SealedTexts.sealed("{\"$state\":\"profile-engine\",\"version\":1,\"x\":1}", A, END),
                        "line 1: not as this program writes it, from column 39 on"),
                Arguments.of(without(END), "line 3: the checksum before the end, $end"),
                Arguments.of(
                        SealedTexts.sealed(SealedTexts.STATE_HEADER, A), "line 3: the checksum before the end, $end"),
                Arguments.of(without(WHOLE.lines().toList().get(3)), "line 4: the file ends without its last line"),
                Arguments.of(WHOLE + "\n", "line 5: a blank line"),
                Arguments.of(WHOLE + WHOLE, "line 5: something follows the checksum"),
                Arguments.of(WHOLE + A + "\n", "line 5: something follows the checksum"),
                Arguments.of(
                        SealedTexts.sealed(SealedTexts.STATE_HEADER, A, END, END), "line 4: something follows the end"),
                Arguments.of(
                        SealedTexts.sealed(SealedTexts.STATE_HEADER, A, END, A), "line 4: something follows the end"),
                Arguments.of(WHOLE.replace("\"n\":1", "\"n\":2"), "line 3: the state hash does not match"),
                Arguments.of(
                        SealedTexts.state(new String[] {A}, 0, 2, SealedTexts.stateHash(A)),
                        "line 3: 1 profiles were read, but this line says 2"),
                Arguments.of(
                        SealedTexts.state(new String[] {A}, 1, 1, SealedTexts.stateHash(A)),
                        "line 3: 0 aliases were read, but this line says 1"),
                Arguments.of(
                        SealedTexts.state(
                                new String[] {A}, 0, 1, SealedTexts.stateHash(A).toUpperCase(Locale.ROOT)),
                        "line 3: the state hash does not match: that of the lines read is " + SealedTexts.stateHash(A)),
                Arguments.of(
                        SealedTexts.state(new String[] {A}, 0, -1, SealedTexts.stateHash(A)),
                        "line 3: profiles, not a count"),
                Arguments.of(
                        SealedTexts.sealed(SealedTexts.STATE_HEADER, A, "{\"$end\":{\"x\":1}}"),
                        "line 3: unknown member x"),
                Arguments.of(
                        SealedTexts.sealed(SealedTexts.STATE_HEADER, A, "{\"$end\":1}"), "line 3: $end, not an object"),
                Arguments.of(
                        SealedTexts.sealed(SealedTexts.STATE_HEADER, A, END.replace("}}", "},\"x\":1}")),
                        "line 3: unknown member x"),
                Arguments.of(
                        WHOLE.replace("sha256\":\"", "sha256\":\"0"),
                        "line 4: the checksum does not match: this line or one before it was altered"),
                Arguments.of(
                        WHOLE.replaceAll("\\{\"\\$sha256\".*", "{\"\\$sha256\":7}"), "line 4: $sha256, not a text"),
                Arguments.of(WHOLE.replace("\"$sha256\"", "\"x\":1,\"$sha256\""), "line 4: unknown member x"));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void read_whatIsNoWholeState_isRefused(String file, String message) {
        assertThatThrownBy(() -> States.read(file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void read_invalidUtf8_isRefusedAtItsColumn() {
        for (byte[] invalid :
                new byte[][] {{(byte) 0xC0, (byte) 0x80}, {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, {-1}}) {
            byte[] file = Records.utf8(SealedTexts.state(StateReaderTest.profile("abc", "{}")));
            int at = new String(file, StandardCharsets.UTF_8).indexOf("abc");
            System.arraycopy(invalid, 0, file, at, invalid.length);

            assertThatThrownBy(() -> States.read(file))
                    .isInstanceOf(InvalidFileException.class)
                    .hasMessage("line 2: invalid UTF-8 (column 31)");
        }
    }

    @Test
    void readLeniently_whatLacksFirstAndLastLines_readsTheRest() throws IOException {
        List<FileProblem> problems = new ArrayList<>();
        Snapshot read = StateReader.readLeniently(SealedTexts.in(A), ReaderOptions.fileDefaults(), problems::add);

        assertThat(read).isEqualTo(States.read(WHOLE));
        assertThat(problems)
                .extracting(FileProblem::toString)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("line 1: not a state of profile-engine"),
                        last -> assertThat(last).startsWith("line 2: the file ends without its last line"));
    }

    @Test
    void readLeniently_statesBehindEachOther_readsBoth() throws IOException {
        String b = StateReaderTest.profile("b", "{\"n\":2}");
        List<FileProblem> problems = new ArrayList<>();
        Snapshot read = StateReader.readLeniently(
                SealedTexts.in(WHOLE + SealedTexts.state(b)), ReaderOptions.fileDefaults(), problems::add);

        assertThat(read).isEqualTo(States.read(SealedTexts.state(A, b)));
        assertThat(problems).extracting(FileProblem::line).contains(5L, 6L, 7L, 8L);
    }

    @Test
    void readLeniently_gzipCut_readsWhatCameBefore() throws IOException {
        String[] lines = new String[3_000];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = StateReaderTest.profile(
                    "id " + (10_000 + i), "{\"n\":\"" + Integer.toHexString(i * 0x9E3779B9) + "\"}");
        }
        byte[] gzip = SealedTexts.gzip(Records.utf8(SealedTexts.state(lines)));
        byte[] cut = Arrays.copyOf(gzip, gzip.length / 2);
        List<FileProblem> problems = new ArrayList<>();
        Snapshot read =
                StateReader.readLeniently(new ByteArrayInputStream(cut), ReaderOptions.fileDefaults(), problems::add);

        assertThat(read.count()).isBetween(1_000L, 2_000L);
        assertThat(problems).containsExactly(new FileProblem(read.count() + 2, "damaged gzip: it ends too early"));
    }

    @Test
    void readLeniently_cutInsideALine_tellsOfItOnce() throws IOException {
        List<FileProblem> problems = new ArrayList<>();
        String cut = WHOLE.substring(0, WHOLE.indexOf(A) + A.length() - 1);
        StateReader.readLeniently(SealedTexts.in(cut), ReaderOptions.fileDefaults(), problems::add);

        assertThat(problems).containsExactly(new FileProblem(2, "the file ends inside this line: it was cut"));
    }

    @Test
    void readLeniently_lineBeyondTheBound_isPassedOver() throws IOException {
        String b = StateReaderTest.profile("b", "{\"n\":\"" + "x".repeat(300_000) + "\"}");
        String c = StateReaderTest.profile("c", "{}");
        List<FileProblem> problems = new ArrayList<>();
        Snapshot read = StateReader.readLeniently(
                SealedTexts.in(SealedTexts.state(A, b, c)),
                ReaderOptions.fileDefaults().withMaxTextBytes(1_000),
                problems::add);

        assertThat(read).isEqualTo(States.read(SealedTexts.state(A, c)));
        assertThat(problems.get(0))
                .isEqualTo(new FileProblem(
                        3, "a line is longer than 1000 bytes, the most allowed here (maxTextBytes, --max-line-bytes)"));
        // The checksum cannot be computed over what was skipped.
        assertThat(problems).extracting(FileProblem::line).containsExactly(3L, 5L, 5L);
    }
}
