package io.github.profileengine.testdouble.expression;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Parses what binds more tightly than any binary operator: signs, references, calls and literals. */
final class OperandParser {
    private final TokenReader tokens;
    private final Supplier<Expression> inner;

    /**
     * Creates a parser of operands.
     *
     * @param inner parses a whole expression inside an operand
     */
    OperandParser(TokenReader tokens, Supplier<Expression> inner) {
        this.tokens = tokens;
        this.inner = inner;
    }

    Expression signed() {
        if (!tokens.next().isSymbol("-")) {
            return operand();
        }
        tokens.deeper();
        tokens.take();
        Expression signed =
                tokens.next().kind() == TokenKind.NUMBER ? new Literal(number("-")) : new NumericNegation(signed());
        tokens.shallower();
        return signed;
    }

    private Expression operand() {
        Token next = tokens.next();
        if (next.isSymbol("(")) {
            return parenthesized();
        }
        if (next.isWord("undefined")) {
            tokens.take();
            return new Literal(Undefined.UNDEFINED);
        }
        if (next.isWord("properties") || next.isWord("user")) {
            tokens.take();
            return reference();
        }
        NamedFunction function = next.kind() == TokenKind.WORD ? NamedFunction.named(next.text()) : null;
        return function == null ? new Literal(literal("a value")) : call(function);
    }

    private Expression parenthesized() {
        tokens.deeper();
        tokens.expectSymbol("(");
        Expression expression = inner.get();
        tokens.expectSymbol(")");
        tokens.shallower();
        return expression;
    }

    private Expression reference() {
        List<Object> path = new ArrayList<>();
        tokens.expectSymbol("[");
        do {
            path.add(step(path.isEmpty()));
            tokens.expectSymbol("]");
        } while (tokens.takeSymbol("["));
        return new PropertyReference(path);
    }

    private Object step(boolean first) {
        if (tokens.next().kind() == TokenKind.TEXT) {
            return tokens.take().text();
        }
        boolean position = !first
                && tokens.next().kind() == TokenKind.NUMBER
                && NumberText.parse(tokens.next().text()) instanceof Long;
        if (!position) {
            throw tokens.unexpected(first ? "a property's name in quotes" : "a name in quotes or a position");
        }
        return number("");
    }

    private Expression call(NamedFunction function) {
        tokens.take();
        Position start = tokens.next().position();
        Expression argument = parenthesized();
        if (function == NamedFunction.DATETIME
                && argument instanceof Literal literal
                && literal.value() instanceof String text) {
            if (DatetimeText.parse(text) instanceof Instant time) {
                return new Literal(time);
            }
            throw new InvalidExpressionException(start, "expected a time such as 2024-12-31T23:59:59");
        }
        return new FunctionCall(function, argument);
    }

    private @Nullable Object literal(String expected) {
        Token next = tokens.next();
        if (next.isSymbol("[")) {
            return list();
        } else if (next.isSymbol("-")) {
            tokens.take();
            return number("-");
        } else if (next.kind() == TokenKind.NUMBER) {
            return number("");
        } else if (next.kind() == TokenKind.TEXT) {
            return tokens.take().text();
        } else if (next.isWord("true") || next.isWord("false")) {
            return tokens.take().isWord("true");
        } else if (tokens.takeWord("null")) {
            return null;
        }
        throw tokens.unexpected(expected);
    }

    private List<@Nullable Object> list() {
        tokens.deeper();
        tokens.expectSymbol("[");
        List<@Nullable Object> elements = new ArrayList<>();
        if (!tokens.next().isSymbol("]")) {
            do {
                elements.add(literal("a number, text, true, false, null or list"));
            } while (tokens.takeSymbol(","));
        }
        if (!tokens.next().isSymbol("]")) {
            throw tokens.unexpected("\",\" or \"]\"");
        }
        tokens.take();
        tokens.shallower();
        return elements;
    }

    private Object number(String sign) {
        if (tokens.next().kind() != TokenKind.NUMBER) {
            throw tokens.unexpected("a number");
        }
        Object number = NumberText.parse(sign + tokens.next().text());
        if (number == Undefined.UNDEFINED) {
            throw tokens.unexpected("a number within the range of doubles");
        }
        tokens.take();
        return number;
    }
}
