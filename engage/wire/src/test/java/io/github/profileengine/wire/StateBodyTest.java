package io.github.profileengine.wire;

import static io.github.profileengine.wire.StateReaderTest.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.snapshot.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * States that are correctly sealed, so no damage explains them. Each has exactly one thing wrong. Read strictly, they
 * are refused with the number of that line; read leniently, everything else is read.
 */
class StateBodyTest {

    private static final String A = profile("a", "{\"n\":1}");
    private static final String C = profile("c", "{\"n\":3}");
    private static final String B_OF_A = alias("b", "a");

    private static String alias(String alias, String id) {
        return "{\"$token\":\"t\",\"$alias\":\"" + alias + "\",\"$distinct_id\":\"" + id + "\"}";
    }

    private static String sealed(String... lines) {
        return SealedTexts.sealed(lines);
    }

    /** What is wrong, a wrong line between two profiles, and the message for it. */
    static Stream<Arguments> badLines() {
        return Stream.of(
                Arguments.of("no JSON", "nope", "unexpected character 'n' where a value is expected (column 1)"),
                Arguments.of("blank", "", "a blank line"),
                Arguments.of("spaces", "   ", "a blank line"),
                Arguments.of("list", "[]", "not an object"),
                Arguments.of("number", "1", "not an object"),
                Arguments.of("two objects", A + A, "something follows the object"),
                Arguments.of("garbage behind", profile("b", "{}") + "x", "unexpected character 'x' after the end"),
                Arguments.of("unfinished", "{\"$token\":\"t\"", "the line ends inside an object (column 14)"),
                Arguments.of("unknown member", "{\"x\":1,\"$token\":\"t\"}", "unknown member x"),
                Arguments.of("more", profile("b", "{},\"x\":1"), "unknown member x"),
                Arguments.of("nothing", "{}", "$token, missing or empty"),
                Arguments.of("no token", "{\"$distinct_id\":\"b\",\"$properties\":{}}", "$token, missing or empty"),
                Arguments.of("empty id", profile("", "{}"), "$distinct_id, missing or empty"),
                Arguments.of(
                        "number as id",
                        "{\"$token\":\"t\",\"$distinct_id\":7,\"$properties\":{}}",
                        "$distinct_id, not a text"),
                Arguments.of(
                        "user and group",
                        "{\"$token\":\"t\",\"$distinct_id\":\"b\",\"$group_key\":\"k\",\"$group_id\":\"g\","
                                + "\"$properties\":{}}",
                        "unknown member $distinct_id"),
                Arguments.of(
                        "half a group",
                        "{\"$token\":\"t\",\"$group_key\":\"k\",\"$properties\":{}}",
                        "$group_id, missing or empty"),
                Arguments.of(
                        "no properties", "{\"$token\":\"t\",\"$distinct_id\":\"b\"}", "$properties, missing or empty"),
                Arguments.of("list of properties", profile("b", "[]"), "$properties, not an object"),
                Arguments.of("alias without id", "{\"$token\":\"t\",\"$alias\":\"b\"}", "$distinct_id, missing"),
                Arguments.of("alias to nothing", alias("b", ""), "$distinct_id, missing or empty"),
                Arguments.of("alias of nothing", alias("", "a"), "$alias, missing or empty"),
                Arguments.of("alias to itself", alias("b", "b"), "an alias"),
                Arguments.of("half a pair", profile("b", "{\"a\":\"\\ud800\"}"), "a text with an unpaired surrogate"),
                Arguments.of("half a pair in an id", profile("\\udc00", "{}"), "a text with an unpaired surrogate"),
                Arguments.of("half a pair in a name", profile("b", "{\"\\ud800\":1}"), "unpaired surrogate"),
                Arguments.of("half a pair as a name", "{\"\\ud800\":1}", "a text with an unpaired surrogate"),
                Arguments.of("infinite", profile("b", "{\"a\":1e999}"), "a number beyond the range of a double"),
                Arguments.of("long number", profile("b", "{\"a\":0." + "1".repeat(999) + "}"), "over 1000 characters"),
                Arguments.of("no number", profile("b", "{\"a\":NaN}"), "unexpected character 'N'"),
                Arguments.of("repeated property", profile("b", "{\"a\":1,\"a\":1}"), "a name repeated"),
                Arguments.of("repeated inside", profile("b", "{\"a\":[{\"x\":1,\"x\":2}]}"), "a name repeated"),
                Arguments.of(
                        "repeated member",
                        "{\"$token\":\"t\",\"$token\":\"t\",\"$distinct_id\":\"b\",\"$properties\":{}}",
                        "a name repeated"),
                Arguments.of(
                        "deep", profile("b", "{\"a\":" + "[".repeat(9_999) + "]".repeat(9_999) + "}"), "1000 levels"),
                Arguments.of("escape", profile("b", "{\"a\":\"\\x\"}"), "unknown escape inside a text in quotes"),
                Arguments.of("control", profile("b", "{\"a\":\"\t\"}"), "unescaped control character U+0009"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badLines")
    void read_withALineOfNoUse_isRefusedThere(String what, String line, String message) {
        String file = sealed(SealedTexts.STATE_HEADER, A, line.isEmpty() ? "\r" : line, C, end(3));

        assertThatThrownBy(() -> States.read(file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith("line 3: ")
                .hasMessageContaining(message);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badLines")
    void readLeniently_withALineOfNoUse_readsTheOthers(String what, String line, String message) throws IOException {
        String file = sealed(SealedTexts.STATE_HEADER, A, line.isEmpty() ? "\r" : line, C, end(3));

        List<FileProblem> problems = new ArrayList<>();
        Snapshot read = StateReader.readLeniently(SealedTexts.in(file), ReaderOptions.fileDefaults(), problems::add);

        assertThat(read).isEqualTo(States.read(SealedTexts.state(A, C)));
        assertThat(problems.get(0).line()).isEqualTo(3);
        assertThat(problems.get(0).text()).contains(message);
        assertThat(problems).extracting(FileProblem::line).containsExactly(3L, 5L, 5L);
    }

    private static String end(int profiles) {
        return "{\"$end\":{\"aliases\":0,\"profiles\":" + profiles + ",\"state_hash\":\"" + SealedTexts.stateHash()
                + "\"}}";
    }

    /** Other ways to write the profile of b. */
    static Stream<Arguments> otherSpellings() {
        return Stream.of(
                Arguments.of("space", profile("b", "{ \"n\":2}"), 49),
                Arguments.of("line end", profile("b", "{\"n\":2}") + "\r", 56),
                Arguments.of("fraction", profile("b", "{\"n\":2.0}"), 54),
                Arguments.of("exponent", profile("b", "{\"n\":2e0}"), 54),
                Arguments.of("escape", profile("\\u0062", "{\"n\":2}"), 31),
                Arguments.of("order", "{\"$distinct_id\":\"b\",\"$token\":\"t\",\"$properties\":{\"n\":2}}", 4));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherSpellings")
    void read_lineThatIsNotCanonical_isRefusedAtItsColumn(String what, String line, int column) {
        String file = sealed(SealedTexts.STATE_HEADER, A, line, C, end(3));

        assertThatThrownBy(() -> States.read(file))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage("line 3: not as this program writes it, from column " + column + " on");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherSpellings")
    void readLeniently_lineThatIsNotCanonical_isRead(String what, String line, int column) throws IOException {
        String hash = SealedTexts.stateHash(A, profile("b", "{\"n\":2}"), C);
        String file = SealedTexts.state(new String[] {A, line, C}, 0, 3, hash);

        List<FileProblem> problems = new ArrayList<>();
        Snapshot read = StateReader.readLeniently(SealedTexts.in(file), ReaderOptions.fileDefaults(), problems::add);

        assertThat(problems).isEmpty();
        assertThat(read).isEqualTo(States.read(SealedTexts.state(A, profile("b", "{\"n\":2}"), C)));
    }

    static Stream<Arguments> misplaced() {
        return Stream.of(
                Arguments.of("swapped", List.of(C, A), "line 3: out of order: it belongs further up"),
                Arguments.of("twice", List.of(A, A), "line 3: the same profile or alias as the line before"),
                Arguments.of(
                        "twice, changed",
                        List.of(A, profile("a", "{}")),
                        "line 3: the same profile or alias as the line before"),
                Arguments.of("alias last", List.of(A, B_OF_A), "line 3: an alias after the profiles"),
                Arguments.of(
                        "alias twice", List.of(B_OF_A, B_OF_A), "line 3: the same profile or alias as the line before"),
                Arguments.of(
                        "alias anew",
                        List.of(B_OF_A, alias("b", "x")),
                        "line 3: the same profile or alias as the line before"),
                Arguments.of("aliases swapped", List.of(alias("y", "a"), B_OF_A), "line 3: out of order"),
                Arguments.of(
                        "circle",
                        List.of(alias("a", "b"), alias("b", "c"), alias("c", "a")),
                        "line 4: an alias that is mapped already, or leads to itself"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misplaced")
    void read_linesThatStandWrong_areRefused(String what, List<String> lines, String message) {
        assertThatThrownBy(() -> States.read(SealedTexts.state(lines.toArray(String[]::new))))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void readLeniently_linesInAnyOrder_areAllRead() throws IOException {
        List<FileProblem> problems = new ArrayList<>();
        Snapshot read = StateReader.readLeniently(
                SealedTexts.in(SealedTexts.state(C, alias("z", "a"), A, B_OF_A)),
                ReaderOptions.fileDefaults(),
                problems::add);

        assertThat(problems).isEmpty();
        assertThat(new String(States.written(read), StandardCharsets.UTF_8))
                .isEqualTo(SealedTexts.state(B_OF_A, alias("z", "a"), A, C));
    }

    @Test
    void readLeniently_linesTwice_takesTheFirst() throws IOException {
        List<FileProblem> problems = new ArrayList<>();
        Snapshot read = StateReader.readLeniently(
                SealedTexts.in(SealedTexts.state(B_OF_A, alias("b", "x"), A, profile("a", "{}"))),
                ReaderOptions.fileDefaults(),
                problems::add);

        assertThat(new String(States.written(read), StandardCharsets.UTF_8)).isEqualTo(SealedTexts.state(B_OF_A, A));
        assertThat(problems.subList(0, 2))
                .containsExactly(
                        new FileProblem(3, "an alias that is mapped already, or leads to itself"),
                        new FileProblem(5, "a second profile of one id"));
    }

    @Test
    void readLeniently_cutAnywhere_readsAllLinesBefore() throws IOException {
        byte[] whole = Records.utf8(SealedTexts.state(B_OF_A, A, C));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            List<FileProblem> problems = new ArrayList<>();
            Snapshot read = StateReader.readLeniently(
                    new ByteArrayInputStream(cut), ReaderOptions.fileDefaults(), problems::add);

            String text = new String(cut, StandardCharsets.UTF_8) + " ";
            long profiles = Stream.of(A, C).filter(text::contains).count();
            assertThat(read.count()).isEqualTo(profiles);
            assertThat(read.aliasCount()).isEqualTo(text.contains(B_OF_A) ? 1 : 0);
            assertThat(problems.isEmpty()).isEqualTo(length == whole.length - 1);
        }
    }
}
