package io.github.profileengine.testdouble.expression;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary expressions of every kind. */
final class Trees {
    private Trees() {}

    static Arbitrary<Expression> expressions() {
        return Arbitraries.recursive(Trees::leaves, Trees::over, 0, 3);
    }

    static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.of("", "a", "\"", "'", "\\", "\n", "\u0000", "\u2028", "\ud83d\ude00", "and", "2024-01-01"),
                Arbitraries.strings().ofMaxLength(6).map(text -> text.replaceAll("\\p{Cs}", "?")));
    }

    private static Arbitrary<Object> scalars() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        0L, 1L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, 0x1p63, -0x1p64, 1e-7, 1e21, -0.5, true, false),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.doubles().filter(Double::isFinite).map(number -> (Object) number),
                texts().map(text -> (Object) text),
                Arbitraries.just((Object) "").injectNull(0.5));
    }

    private static Arbitrary<Expression> leaves() {
        Arbitrary<Object> lists = Arbitraries.oneOf(
                scalars().list().ofMaxSize(3).map(list -> (Object) list),
                scalars().list().ofMaxSize(2).list().ofMaxSize(2).map(list -> (Object) list));
        return Arbitraries.oneOf(
                scalars().map(Literal::new),
                lists.map(Literal::new),
                Arbitraries.just(new Literal(Undefined.UNDEFINED)),
                Arbitraries.longs()
                        .between(-62_167_219_200L, 253_402_300_799L)
                        .map(second -> new Literal(Instant.ofEpochSecond(second, Math.floorMod(second, 3) * 1_500L))),
                paths().map(PropertyReference::new));
    }

    private static Arbitrary<List<Object>> paths() {
        Arbitrary<Object> steps = Arbitraries.oneOf(
                texts().map(name -> (Object) name),
                Arbitraries.longs().greaterOrEqual(0).map(position -> (Object) position));
        return Combinators.combine(texts(), steps.list().ofMaxSize(2)).as((first, rest) -> {
            List<Object> path = new ArrayList<>(List.of(first));
            path.addAll(rest);
            return path;
        });
    }

    private static Arbitrary<Expression> over(Arbitrary<Expression> inner) {
        Arbitrary<Expression> booleans =
                inner.map(tree -> tree instanceof Literal ? new FunctionCall(NamedFunction.BOOLEAN, tree) : tree);
        return Arbitraries.oneOf(
                Combinators.combine(
                                Arbitraries.of(JunctionOperator.class),
                                booleans.list().ofMinSize(2).ofMaxSize(4))
                        .as(Junction::of),
                inner.map(LogicalNegation::new),
                inner.map(NumericNegation::new),
                Combinators.combine(Arbitraries.of(ComparisonOperator.class), inner, inner)
                        .as(Comparison::new),
                chains(inner, ArithmeticOperator.PLUS, ArithmeticOperator.MINUS),
                chains(inner, ArithmeticOperator.TIMES, ArithmeticOperator.OVER, ArithmeticOperator.MODULO),
                Combinators.combine(Arbitraries.of(NamedFunction.class), inner).as(Trees::call));
    }

    private static Arbitrary<Expression> chains(Arbitrary<Expression> inner, ArithmeticOperator... operators) {
        Arbitrary<ArithmeticStep> steps =
                Combinators.combine(Arbitraries.of(operators), inner).as(ArithmeticStep::new);
        return Combinators.combine(inner, steps.list().ofMinSize(1).ofMaxSize(3))
                .as(ArithmeticChain::new);
    }

    // A `datetime` of a text would be a literal, not a call.
    private static Expression call(NamedFunction function, Expression argument) {
        boolean literal = argument instanceof Literal text && text.value() instanceof String;
        return new FunctionCall(
                literal && function == NamedFunction.DATETIME ? NamedFunction.STRING : function, argument);
    }
}
