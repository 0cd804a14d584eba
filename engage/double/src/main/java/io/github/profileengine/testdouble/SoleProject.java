package io.github.profileengine.testdouble;

import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.journal.JournalEntry;
import java.util.List;

/** Finds the project if a caller names none. */
final class SoleProject {
    private static final String NONE = "none";

    private SoleProject() {}

    /**
     * The only project with profiles. If no project has profiles, the only one that requests referred to: its updates
     * may have been rejected or may have deleted its profiles, and a test may ask about exactly that.
     */
    static String token(ProfileEngine engine, Journal journal) {
        List<String> tokens = engine.tokens();
        if (tokens.isEmpty()) {
            tokens = journal.entries().stream()
                    .flatMap(JournalEntry::tokens)
                    .distinct()
                    .sorted()
                    .toList();
        }
        if (tokens.size() > 1) {
            throw new IllegalStateException("there are several projects, so name one of them: " + tokens);
        }
        return tokens.isEmpty() ? NONE : tokens.get(0);
    }
}
