package io.github.profileengine.junit;

import java.util.Collection;
import java.util.stream.Collectors;

/** Text of messages: bounded, and one line where one line is meant. */
final class ReportText {
    private static final int MAX_LENGTH = 400;
    private static final String INDENT = "\n  ";

    private ReportText() {}

    /** A text of any origin as one line of a bounded length. */
    static String bounded(String text) {
        String head = text.length() <= MAX_LENGTH
                ? text
                : text.substring(0, MAX_LENGTH) + "... (" + text.length() + " characters)";
        StringBuilder line = new StringBuilder(head.length());
        head.chars().forEach(unit -> line.append(Character.isISOControl(unit) ? ' ' : (char) unit));
        return line.toString();
    }

    /** A heading with lines below it; nothing if there are none. */
    static String section(String heading, Collection<String> lines) {
        return lines.isEmpty() ? "" : "\n" + heading + INDENT + lines.stream().collect(Collectors.joining(INDENT));
    }
}
