package io.github.profileengine.testdouble.journal;

import java.util.Set;

/**
 * What is kept of an entry that had to go and told of something rejected.
 *
 * @param number the entry's
 * @param tokens the projects that it spoke of
 */
public record LostFailure(long number, Set<String> tokens) {
    /** Copies the tokens. */
    public LostFailure {
        tokens = Set.copyOf(tokens);
    }
}
