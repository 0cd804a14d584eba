package io.github.profileengine.reducer;

import io.github.profileengine.operation.Rule;
import java.util.Arrays;

/**
 * The rules that decided the outcomes of one update: one for each outcome, in the same order. Working memory of one
 * session.
 *
 * <p>Rules are stored as numbers. Storing a reference costs much more, and every update would do it for each outcome.
 */
public final class DecidedRules {
    private static final Rule[] RULES = Rule.values();
    private static final int FEW = 6;

    private int[] ordinals = new int[FEW];
    private int size;

    DecidedRules() {}

    /** How many outcomes the update has. */
    public int size() {
        return size;
    }

    /** The rule of the outcome at an index, from 0. */
    public Rule rule(int at) {
        return RULES[ordinals[at]];
    }

    /** The {@link Rule#ordinal} of the {@link #rule} at an index, for counting without reading the rule. */
    public int ordinal(int at) {
        return ordinals[at];
    }

    void clear() {
        size = 0;
    }

    void add(Rule rule) {
        if (size == ordinals.length) {
            ordinals = Arrays.copyOf(ordinals, size * 2);
        }
        ordinals[size++] = rule.ordinal();
    }
}
