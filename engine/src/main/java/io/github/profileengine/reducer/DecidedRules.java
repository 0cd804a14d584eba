package io.github.profileengine.reducer;

import io.github.profileengine.operation.Rule;
import java.util.Arrays;

/** The rules that decided the outcomes of one update, one an outcome, in their order. Scratch of one session. */
public final class DecidedRules {
    private Rule[] rules = new Rule[16];
    private int size;

    DecidedRules() {}

    /** How many outcomes the update has. */
    public int size() {
        return size;
    }

    /** The rule of an outcome, from 0. */
    public Rule rule(int at) {
        return rules[at];
    }

    void clear() {
        size = 0;
    }

    void add(Rule rule) {
        if (size == rules.length) {
            rules = Arrays.copyOf(rules, size * 2);
        }
        rules[size++] = rule;
    }
}
