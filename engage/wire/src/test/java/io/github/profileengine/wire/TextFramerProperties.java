package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/**
 * Compares the framer with its rules in their simplest form, which scans the same lines again and again with the
 * parser.
 */
class TextFramerProperties {

    private enum State {
        WHOLE,
        OPEN,
        MALFORMED
    }

    @Property
    void next_anyLines_followsTheRules(
            @ForAll("lines") List<String> lines,
            @ForAll @IntRange(min = 1, max = 40) int maxTextBytes,
            @ForAll @IntRange(min = 1, max = 20) int bytesAtOnce) {
        byte[] input = Records.utf8(String.join("", lines));
        InputWindow window = new InputWindow(Records.trickle(input, bytesAtOnce));
        List<String> texts = TextFramerTest.framed(new TextFramer(window, maxTextBytes), input);
        assertThat(texts.stream().map(text -> text.replaceAll("\\(.*", "")))
                .isEqualTo(plainlyFramed(lines, maxTextBytes));
    }

    @Property
    void next_anyLinesWithoutBound_followsTheRules(@ForAll("lines") List<String> lines) {
        byte[] input = Records.utf8(String.join("", lines));
        List<String> texts = TextFramerTest.framed(new TextFramer(new InputWindow(input), 1 << 20), input);
        assertThat(texts.stream().map(text -> text.replaceAll("\\(.*", ""))).isEqualTo(plainlyFramed(lines, 1 << 20));
    }

    @Example
    void next_deepListsBeyondTheLongestText_followsTheRules() {
        List<String> lines = new ArrayList<>(Collections.nCopies(60, "[\n"));
        lines.addAll(Collections.nCopies(60, "]\n"));
        byte[] input = Records.utf8(String.join("", lines));
        for (int maxTextBytes = 1; maxTextBytes < 60; maxTextBytes++) {
            InputWindow window = new InputWindow(Records.trickle(input, 7));
            List<String> texts = TextFramerTest.framed(new TextFramer(window, maxTextBytes), input);
            assertThat(texts.stream().map(text -> text.replaceAll("\\(.*", "")))
                    .isEqualTo(plainlyFramed(lines, maxTextBytes));
        }
    }

    private static List<String> plainlyFramed(List<String> lines, int maxTextBytes) {
        List<String> texts = new ArrayList<>();
        int first = 0;
        while (first < lines.size()) {
            if (lines.get(first).isBlank()) {
                first++;
                continue;
            }
            int end = endOfText(lines, first, maxTextBytes);
            if (end < 0) {
                texts.add("!" + (first + 1));
                first++;
            } else {
                texts.add(first + 1 == end ? "" + end : (first + 1) + "-" + end);
                first = end;
            }
        }
        return texts;
    }

    /** The number of the last line of the text that begins on the line at index {@code first}; -1 if there is none. */
    private static int endOfText(List<String> lines, int first, int maxTextBytes) {
        StringBuilder text = new StringBuilder();
        for (int last = first; last < lines.size(); last++) {
            text.append(lines.get(last));
            State state = state(text.toString());
            int bytes = Records.utf8(state == State.WHOLE ? text.toString().stripTrailing() : text.toString()).length;
            // The last line may end with a line break, but not with any number of blanks.
            boolean tooLong = bytes > maxTextBytes || Records.utf8(text.toString()).length > maxTextBytes + 2;
            if (state == State.MALFORMED || tooLong) {
                return -1;
            } else if (state == State.WHOLE) {
                return last + 1;
            }
        }
        return -1;
    }

    private static State state(String text) {
        byte[] bytes = Records.utf8(text);
        try (JsonParser parser = new ParserSource(100).over(bytes, 0, bytes.length)) {
            try {
                parser.nextToken();
                parser.skipChildren();
                parser.finishToken();
                return parser.nextToken() == null ? State.WHOLE : State.MALFORMED;
            } catch (JacksonException e) {
                boolean atEnd = parser.currentLocation().getByteOffset() == bytes.length;
                return atEnd && !parser.streamReadContext().inRoot() ? State.OPEN : State.MALFORMED;
            }
        }
    }

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> pieces = Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                "{",
                "}",
                "[",
                "]",
                "[",
                "{\"a\":",
                "}",
                "]",
                ",",
                ",",
                ":",
                "\"a\":",
                "\"a\"",
                "1",
                "true",
                "{}",
                "[]",
                " ",
                "\"\u00e9\"",
                "x",
                "\"");
        Arbitrary<String> line = pieces.list().ofMaxSize(4).map(list -> String.join("", list));
        Arbitrary<String> end =
                Arbitraries.frequencyOf(Tuple.of(9, Arbitraries.just("\n")), Tuple.of(1, Arbitraries.just("\r\n")));
        return Combinators.combine(line, end).as(String::concat).list().ofMaxSize(12);
    }
}
