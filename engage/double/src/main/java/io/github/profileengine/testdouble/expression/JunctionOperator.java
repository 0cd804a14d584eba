package io.github.profileengine.testdouble.expression;

/** {@code and} and {@code or}. */
public enum JunctionOperator {
    OR("or", Precedence.OR, Precedence.AND),
    AND("and", Precedence.AND, Precedence.NOT);

    private final String word;
    private final Precedence precedence;
    private final Precedence ofOperands;

    JunctionOperator(String word, Precedence precedence, Precedence ofOperands) {
        this.word = word;
        this.precedence = precedence;
        this.ofOperands = ofOperands;
    }

    String word() {
        return word;
    }

    Precedence precedence() {
        return precedence;
    }

    Precedence ofOperands() {
        return ofOperands;
    }
}
