package io.github.profileengine.testdouble;

import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.journal.JournalEntry;
import java.util.List;

/** The project that is meant where none is named. */
final class SoleProject {
    private static final String NONE = "none";

    private SoleProject() {}

    /**
     * The only project with profiles. Where there is none, the only one that requests spoke of: they may have been
     * rejected, or have taken its profiles away, and that is then asked about.
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
