package io.github.profileengine.junit;

import io.github.profileengine.testdouble.journal.JournalEntry;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Finds the projects to which a request belongs. */
final class RequestOwner {
    private RequestOwner() {}

    /**
     * Whether a request names a project. For a rejected request, which may have no target, its text is searched, too.
     */
    static boolean isNamed(JournalEntry entry, String token) {
        return isNamedByAny(entry, Set.of(token));
    }

    /** Whether a request names one of these projects, as {@link #isNamed} decides. */
    static boolean isNamedByAny(JournalEntry entry, Collection<String> tokens) {
        if (tokens.stream().anyMatch(entry::concerns)) {
            return true;
        }
        if (entry.isAccepted()) {
            return false;
        }
        // Search with quotes, so that a token is not found at the beginning of a longer one.
        String text = entry.payload().text()
                + entry.unpacked().text()
                + entry.request().target();
        return tokens.stream()
                .anyMatch(token -> text.contains('"' + token + '"') || text.contains("%22" + token + "%22"));
    }

    /** The projects that requests refer to, without the known ones. */
    static Set<String> others(Collection<JournalEntry> entries, Collection<String> known) {
        Set<String> tokens = new TreeSet<>();
        for (JournalEntry entry : entries) {
            entry.tokens().filter(token -> !known.contains(token)).forEach(tokens::add);
        }
        return tokens;
    }
}
