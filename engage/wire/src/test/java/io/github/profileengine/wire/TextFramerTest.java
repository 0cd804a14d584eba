package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFramerTest {

    /**
     * In the inputs, a bar separates lines. An expected text is given by its lines, a rejected line by its number and
     * the position of the fault.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "''; ",
                "' | |\t'; ",
                "{}; 1",
                "'{} | [] '; 1 2",
                "5|\"x\"|null; 1 2 3",
                "[|{},|{}|]; 1-4",
                "'{\"a\":|1|}|{}'; 1-3 4",
                "{} {}; !1(1:4)",
                "'{},|{}'; !1(1:3) 2",
                "{|{}; !1(2:1) 2",
                "[|{}|{}; !1(3:1) 2 3",
                "'[|{},|{}'; !1(3:3) !2(2:3) 3",
                "'[|[|[|1|]|]|,|[|2|]|x'; !1(11:1) 2-6 !7(7:1) 8-10 !11(11:1)",
                "[|[|{}; !1(3:3) !2(3:3) 3",
                "[|[|1|]|x|{}; !1(5:1) 2-4 !5(5:1) 6",
                "'[|[|1|],|x|{}'; !1(5:1) !2(4:2) 3 !4(4:1) !5(5:1) 6",
                "'{\"a\":1|{\"b\":2}'; !1(2:1) 2",
                "'{\"a\"|{\"b\":2}'; !1(2:1) 2",
                "'{\"a|{\"b\":2}'; !1(1:4) 2",
                "tru|{}; !1(1:1) 2",
                "'[1,|2'; !1(2:2) 2",
                "'{\"Zo\u00eb\ud83d\ude00\" 1}'; !1(1:9)",
                "'[{}]]'; !1(1:5)",
                "'[|[|] ],|1'; !1(3:4) !2(3:3) !3(3:1) 4",
                "'[|  {|  }, {|  }|]'; 1-5",
                "'[|  {|  }, {|  }|'; !1(5:1) !2(3:4) !3(3:3) !4(4:3)",
            })
    void next_lines_areTextsOrRejected(String lines, String expected) {
        String input = lines.replace('|', '\n');
        List<String> wanted = expected == null ? List.of() : List.of(expected.split(" "));
        assertThat(framed(input)).isEqualTo(wanted);
        assertThat(framed(input.replace("\n", "\r\n"))).isEqualTo(wanted);
    }

    @Test
    void next_fileEndsInsideText_saysWhere() {
        TextFramer framer = framer(Records.utf8("[1,\n"), 1 << 20);
        assertThat(framer.next()).isEqualTo(TextFramer.Found.MALFORMED);
        assertThat(framer.malformed().message())
                .isEqualTo("json, the input ends inside a list, in the JSON text that begins on line 1"
                        + " (line 2, column 1)");
    }

    @Test
    void next_textLongerThanAllowed_rejectsOneLineAndGoesOn() {
        assertThat(framed("[1,2,3,4]\n[5]\n", 8)).containsExactly("!1(1:1)", "2");
        assertThat(framed("[1,2,3,4]\n[5]\n", 9)).containsExactly("1", "2");
        assertThat(framed("[\n[\n1\n]\n]\n", 8)).containsExactly("!1(1:1)", "2-4", "!5(5:1)");
        assertThat(framed("[\n[\n[\n1\n]\n]\n]", 9)).containsExactly("!1(1:1)", "2-6", "!7(7:1)");
        assertThat(framed("[\n[\n[\n1\n]\n]\n]", 8)).containsExactly("!1(1:1)", "!2(2:1)", "3-5", "!6(6:1)", "!7(7:1)");
    }

    @Test
    void next_lineLongerThanAllowed_isPassedOverWithoutBeingHeld() {
        byte[] input = Records.utf8("{}\n[" + " ".repeat(1_000_000) + "]\n{}\n" + " ".repeat(1_000_000) + "\n{}");
        InputWindow window = new InputWindow(Records.trickle(input, 10_000));
        assertThat(framed(new TextFramer(window, 1000), input)).containsExactly("1", "!2(2:1)", "3", "5");
        assertThat(window.bytes().length).isLessThan(300_000);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void next_aMillionOpenedLists_takesOneScan() {
        assertThat(framed("[\n".repeat(1_000_000))).hasSize(1_000_000).allMatch(text -> text.startsWith("!"));
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void next_aMillionOpenedObjects_takesOneScan() {
        assertThat(framed("{\"a\":\n".repeat(1_000_000))).hasSize(1_000_000);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void next_openedAndWronglyClosedLists_takesOneScan() {
        String input = "[\n".repeat(300_000) + "],\n".repeat(300_000);
        assertThat(framed(input)).hasSize(600_000);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void next_openedListsBeyondTheLongestText_takesOneScanInBoundedMemory() {
        byte[] input = Records.utf8("[\n".repeat(1_000_000));
        InputWindow window = new InputWindow(Records.trickle(input, 50_000));
        assertThat(framed(new TextFramer(window, 200_000), input)).hasSize(1_000_000);
        assertThat(window.bytes().length).isLessThan(1_000_000);
    }

    /** Each list begins on a line of its own, and all of them reach the line that is too long. */
    @Test
    @Timeout(60)
    void next_openedListsBeforeALineBeyondTheLongestText_takesOneScan() {
        byte[] input = Records.utf8("[\n".repeat(50_000) + " ".repeat(4_000_000));
        assertThat(framed(new TextFramer(new InputWindow(input), 3_000_000), input))
                .hasSize(50_000);
    }

    /** Each list would be a whole text if nothing followed it on the line where all of them end. */
    @Test
    @Timeout(60)
    void next_openedListsThatEndOnOneLine_takesOneScan() {
        int lists = 1_000_000;
        List<String> framed = framed("[\n".repeat(lists) + "]".repeat(lists) + "x");
        assertThat(framed).hasSize(lists + 1).last().isEqualTo("!" + (lists + 1) + "(" + (lists + 1) + ":1)");
        assertThat(framed.get(0)).isEqualTo("!1(" + (lists + 1) + ":" + (lists + 1) + ")");
        assertThat(framed.get(lists - 1)).isEqualTo("!" + lists + "(" + (lists + 1) + ":2)");
    }

    /** The number of lists inside a text makes no difference, even if it exceeds what the framer remembers. */
    @Test
    void next_moreListsInsideThanAreKeptInMind_isTheSame() {
        String inner = "[\n0],\n".repeat(100);
        String good = "{\"a\":[\n" + inner + "1]}\n";
        assertThat(framed(good, 1_000)).containsExactly("1-202");
        for (String broken : List.of(good.replace("1]}", "x]}"), "{\"a\":[\n" + "[\n".repeat(200) + "x\n[1]\n")) {
            assertThat(framed(broken, 1_000)).hasSizeGreaterThan(200).isEqualTo(framed(broken, 1 << 26));
        }
    }

    @Test
    @Timeout(60)
    void next_manyBlankLinesBeyondTheLongestText_areNothing() {
        String blank = " ".repeat(103) + "\n";
        assertThat(framed("x\n" + blank.repeat(50_000) + "[1]\n", 100)).containsExactly("!1(1:1)", "50002");
    }

    private static List<String> framed(String input) {
        return framed(input, 1 << 26);
    }

    private static List<String> framed(String input, int maxTextBytes) {
        byte[] bytes = Records.utf8(input);
        return framed(framer(bytes, maxTextBytes), bytes);
    }

    private static TextFramer framer(byte[] input, int maxTextBytes) {
        return new TextFramer(new InputWindow(input), maxTextBytes);
    }

    static List<String> framed(TextFramer framer, byte[] input) {
        List<String> texts = new ArrayList<>();
        TextFramer.Found found = framer.next();
        for (; found != TextFramer.Found.END; found = framer.next()) {
            long lastLine = framer.lineNumber() - 1;
            if (found == TextFramer.Found.MALFORMED) {
                Malformed malformed = framer.malformed();
                texts.add("!" + lastLine + "(" + malformed.line() + ":" + malformed.column() + ")");
            } else {
                long firstLine = 1 + Lines.count(input, 0, (int) framer.textStart());
                texts.add(firstLine == lastLine ? "" + lastLine : firstLine + "-" + lastLine);
            }
        }
        return texts;
    }
}
