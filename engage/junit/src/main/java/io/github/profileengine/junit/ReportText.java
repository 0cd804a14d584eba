package io.github.profileengine.junit;

import java.util.Collection;
import java.util.stream.Collectors;

/** Text for messages, limited in length. */
final class ReportText {
    private static final int MAX_LENGTH = 400;
    private static final String INDENT = "\n  ";

    private ReportText() {}

    /** Any text as one line of limited length. */
    static String bounded(String text) {
        String head = text.length() <= MAX_LENGTH
                ? text
                : text.substring(0, MAX_LENGTH) + "... (" + text.length() + " characters)";
        StringBuilder line = new StringBuilder(head.length());
        head.chars().forEach(unit -> line.append(Character.isISOControl(unit) ? ' ' : (char) unit));
        return line.toString();
    }

    /**
     * A line about requests that the journal has dropped for lack of room.
     *
     * @param through the number of the latest of them; 0 if there are none, and then the text is empty
     */
    static String lost(long through) {
        return through == 0
                ? ""
                : "\nthe journal no longer holds request " + through
                        + " and earlier; give it more room (EngageDoubleBuilder.journal)";
    }

    /** A heading with lines below it; empty if there are no lines. */
    static String section(String heading, Collection<String> lines) {
        return lines.isEmpty() ? "" : "\n" + heading + INDENT + lines.stream().collect(Collectors.joining(INDENT));
    }
}
