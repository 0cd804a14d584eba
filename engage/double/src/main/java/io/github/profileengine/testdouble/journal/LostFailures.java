package io.github.profileengine.testdouble.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * For each project, the number of the latest dropped entry that contained something rejected. Bounded: if there are
 * many projects, only the latest are kept. A token that is too long counts as no project. Not thread-safe.
 */
final class LostFailures {
    private static final int MOST_TOKENS = 1_000;
    private static final int LONGEST_TOKEN = 1_000;
    private static final String NOBODY = "";

    private final Map<String, Long> byToken = new LinkedHashMap<>();

    void add(JournalEntry entry) {
        boolean[] isNamed = {false};
        entry.tokens()
                .distinct()
                .filter(token -> token.length() <= LONGEST_TOKEN)
                .forEach(token -> {
                    isNamed[0] = true;
                    put(token, entry.number());
                });
        if (!isNamed[0]) {
            put(NOBODY, entry.number());
        }
    }

    private void put(String token, long number) {
        // Moves the latest one to the end.
        byToken.remove(token);
        byToken.put(token, number);
        if (byToken.size() > MOST_TOKENS) {
            byToken.remove(byToken.keySet().iterator().next());
        }
    }

    Map<String, Long> byToken() {
        return Map.copyOf(byToken);
    }

    void remove(String token) {
        byToken.remove(token);
    }

    void clear() {
        byToken.clear();
    }
}
