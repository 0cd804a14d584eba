package io.github.profileengine.testdouble;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.journal.JournalEntry;
import java.util.List;
import java.util.Optional;

/** Finds the project if a caller names none. */
final class SoleProject {
    /** Stands for the token if neither a profile nor a request names a project. */
    private static final String NONE = "(no project)";

    private SoleProject() {}

    /**
     * The only project with profiles. If no project has profiles, the only one that requests referred to: its updates
     * may have been rejected or may have deleted its profiles, and a test may ask about exactly that. Empty if no
     * request referred to a project.
     */
    static Optional<String> token(ProfileEngine engine, Journal journal) {
        List<String> tokens = engine.tokens();
        if (tokens.isEmpty()) {
            tokens = journal.entries().stream()
                    .flatMap(JournalEntry::tokens)
                    .distinct()
                    .sorted()
                    .toList();
        }
        if (tokens.size() > 1) {
            throw new IllegalStateException(
                    "there are several projects; use profile(token, distinctId) with one of " + tokens);
        }
        return tokens.stream().findFirst();
    }

    /** A user of no project. */
    static ObservedProfile nobody(String distinctId, Journal journal) {
        return new ObservedProfile(
                ProfileId.user(NONE, distinctId),
                null,
                List.of(),
                List.of("no project has profiles, and no request in the journal names one"),
                journal.lostThrough());
    }
}
