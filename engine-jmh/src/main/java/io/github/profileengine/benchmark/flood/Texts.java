package io.github.profileengine.benchmark.flood;

import java.util.SplittableRandom;

/** Distinct texts of one length, either ordinary or chosen to have equal hashes. */
enum Texts {
    ORDINARY("ordinary") {
        @Override
        String[] of(int count, int seed) {
            SplittableRandom random = new SplittableRandom(seed);
            String[] texts = new String[count];
            for (int number = 0; number < count; number++) {
                StringBuilder text = new StringBuilder(UNITS);
                // The first letters of the pairs spell the number, so that no two texts are equal.
                for (int pair = 0; pair < PAIRS; pair++) {
                    text.append((char) ('A' + (number >> pair & 1))).append((char) ('a' + random.nextInt(26)));
                }
                texts[number] = text.toString();
            }
            return texts;
        }
    },

    /**
     * All have the same {@code String.hashCode}: {@code "Aa"} and {@code "BB"} have equal hashes, and so have sequences
     * of them.
     */
    FLOODED("equal `String.hashCode`") {
        @Override
        String[] of(int count, int seed) {
            String[] texts = new String[count];
            for (int number = 0; number < count; number++) {
                StringBuilder text = new StringBuilder(UNITS);
                for (int pair = 0; pair < PAIRS; pair++) {
                    text.append((number >> pair & 1) == 0 ? "Aa" : "BB");
                }
                texts[number] = text.toString();
            }
            return texts;
        }
    };

    private static final int PAIRS = 18;
    private static final int UNITS = 2 * PAIRS;

    private final String label;

    Texts(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Returns {@code count} texts, at most 2^18. */
    abstract String[] of(int count, int seed);
}
