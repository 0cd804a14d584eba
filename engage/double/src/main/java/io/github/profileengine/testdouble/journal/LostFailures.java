package io.github.profileengine.testdouble.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is kept of entries that had to go and told of something rejected: for each project the number of the latest.
 * Bounded: of many projects the latest are kept, and one with a long token counts as none. Not thread-safe.
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
        // The latest at the end.
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
