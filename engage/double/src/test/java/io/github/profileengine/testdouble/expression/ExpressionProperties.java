package io.github.profileengine.testdouble.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.value.ValueBuilder;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpressionProperties {
    @Provide
    Arbitrary<Expression> expressions() {
        return Trees.expressions();
    }

    @Provide
    Arbitrary<String> almostExpressions() {
        Arbitrary<String> tokens = Arbitraries.of(
                "properties",
                "user",
                "[",
                "]",
                "(",
                ")",
                "'a'",
                "\"b\"",
                "'",
                "\\",
                "1",
                "-",
                "1e5",
                ".5",
                "and",
                "or",
                "not",
                "in",
                "==",
                "<",
                "+",
                "*",
                "floor",
                "datetime",
                "defined",
                "true",
                "null",
                "undefined",
                ",",
                "$",
                "\ud800",
                "\ud83d\ude00",
                "=",
                "9999999999999999999");
        return tokens.list().ofMaxSize(12).map(list -> String.join(" ", list));
    }

    @Property
    void parse_textOfATree_givesTheTree(@ForAll("expressions") Expression tree) {
        assertThat(ExpressionParser.parse(tree.toString())).isEqualTo(tree);
    }

    @Property
    void parse_moreSpaces_givesTheSameTree(@ForAll("expressions") Expression tree) {
        assertThat(ExpressionParser.parse(" \t\r\n" + tree + "\n")).isEqualTo(tree);
    }

    @Property
    void parse_anyTokens_answersOrRefusesWithAPlace(@ForAll("almostExpressions") String text) {
        try {
            Expression parsed = ExpressionParser.parse(text);
            assertThat(ExpressionParser.parse(parsed.toString())).isEqualTo(parsed);
        } catch (InvalidExpressionException e) {
            assertThat(e.offset()).isBetween(0, text.length());
            assertThat(e.column()).isEqualTo(text.codePointCount(0, e.offset()) + 1);
        }
    }

    @Property
    void value_anyTree_isCanonicalOrAJunctionRefuses(@ForAll("expressions") Expression tree) {
        try {
            Object value = tree.value(name -> name.length() % 2 == 0 ? 7L : "text");
            if (value != Undefined.UNDEFINED && !(value instanceof Instant)) {
                assertThat(ValueBuilder.copyOf(value, 100)).isEqualTo(value);
            }
        } catch (InvalidExpressionException e) {
            assertThat(e.getMessage()).contains("takes booleans");
        }
    }
}
