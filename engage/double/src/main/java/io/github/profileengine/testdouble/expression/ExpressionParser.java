package io.github.profileengine.testdouble.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads expressions by recursive descent. Precedence is Python's: {@code or}, {@code and}, {@code not}, comparisons and
 * {@code in}, {@code + -}, {@code * / %}, unary minus. Words are in lower case. Stateless, safe for every thread.
 */
public final class ExpressionParser {
    /** The most UTF-16 units of an expression. */
    public static final int MAX_LENGTH = 100_000;
    /** How deep parentheses, lists, calls, {@code not}s and signs may nest. */
    public static final int MAX_DEPTH = 100;

    private final TokenReader tokens;
    private final OperandParser operands;

    private ExpressionParser(String text) {
        this.tokens = new TokenReader(text);
        this.operands = new OperandParser(tokens, this::disjunction);
    }

    /**
     * Parses a text.
     *
     * @throws InvalidExpressionException if the text is no expression
     */
    public static Expression parse(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new InvalidExpressionException(Position.UNKNOWN, "longer than " + MAX_LENGTH + " characters");
        }
        ExpressionParser parser = new ExpressionParser(text);
        Expression expression = parser.disjunction();
        if (parser.tokens.next().kind() != TokenKind.END) {
            throw parser.tokens.unexpected("an operator or the end");
        }
        return expression;
    }

    private Expression disjunction() {
        return junction(JunctionOperator.OR);
    }

    private Expression junction(JunctionOperator operator) {
        List<Position> positions = new ArrayList<>();
        List<Expression> joined = new ArrayList<>();
        do {
            positions.add(tokens.next().position());
            joined.add(operator == JunctionOperator.OR ? junction(JunctionOperator.AND) : negation());
        } while (tokens.takeWord(operator.word()));
        return joined.size() == 1 ? joined.get(0) : new Junction(operator, joined, positions);
    }

    private Expression negation() {
        if (!tokens.next().isWord("not")) {
            return comparison();
        }
        tokens.deeper();
        tokens.take();
        Expression negation = new LogicalNegation(negation());
        tokens.shallower();
        return negation;
    }

    private Expression comparison() {
        Expression left = sum();
        boolean negated = tokens.takeWord("not");
        if (negated && !tokens.next().isWord("in")) {
            throw tokens.unexpected("\"in\" after \"not\"");
        }
        ComparisonOperator operator = comparisonOperator();
        if (operator == null) {
            return left;
        }
        tokens.take();
        Expression comparison = new Comparison(operator, left, sum());
        if (comparisonOperator() != null) {
            throw tokens.unexpected("\"and\", \"or\" or parentheses, as comparisons do not chain,");
        }
        return negated ? new LogicalNegation(comparison) : comparison;
    }

    private @Nullable ComparisonOperator comparisonOperator() {
        for (ComparisonOperator operator : ComparisonOperator.values()) {
            if (tokens.next().isSymbol(operator.symbol()) || tokens.next().isWord(operator.symbol())) {
                return operator;
            }
        }
        return null;
    }

    private Expression sum() {
        return chain(Precedence.SUM);
    }

    private Expression chain(Precedence level) {
        Expression first = chained(level);
        List<ArithmeticStep> steps = new ArrayList<>();
        for (ArithmeticOperator next = operator(level); next != null; next = operator(level)) {
            tokens.take();
            steps.add(new ArithmeticStep(next, chained(level)));
        }
        return steps.isEmpty() ? first : new ArithmeticChain(first, steps);
    }

    private Expression chained(Precedence level) {
        return level == Precedence.SUM ? chain(Precedence.PRODUCT) : operands.signed();
    }

    private @Nullable ArithmeticOperator operator(Precedence level) {
        for (ArithmeticOperator operator : ArithmeticOperator.values()) {
            if (operator.precedence() == level && tokens.next().isSymbol(operator.symbol())) {
                return operator;
            }
        }
        return null;
    }
}
