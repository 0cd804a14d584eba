package io.github.profileengine.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.profileengine.testdouble.expression.Expression;
import io.github.profileengine.testdouble.expression.ExpressionParser;
import io.github.profileengine.testdouble.expression.InvalidExpressionException;
import io.github.profileengine.testdouble.expression.PropertySource;
import io.github.profileengine.testdouble.expression.Undefined;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

class ExpressionParserFuzzTest {
    private static final Map<String, Object> PROPERTIES = Map.of(
            "name",
            "Ada",
            "age",
            36L,
            "score",
            1.5,
            "yes",
            true,
            "seen",
            "2024-03-02T10:00:00",
            "tags",
            Arrays.asList("a", 1L, List.of(), null),
            "address",
            Map.of("city", "London"));
    private static final PropertySource PROFILE = name -> PROPERTIES.getOrDefault(name, Undefined.UNDEFINED);

    @FuzzTest(maxDuration = "200s")
    void parse(byte[] input) {
        Expression expression;
        try {
            expression = ExpressionParser.parse(new String(input, StandardCharsets.UTF_8));
        } catch (InvalidExpressionException invalid) {
            return;
        }
        String text = Expression.text(expression);
        assertEquals(text, Expression.text(ExpressionParser.parse(text)));
        evaluate(expression);
    }

    private static void evaluate(Expression expression) {
        try {
            Object first = expression.value(PROFILE);
            assertEquals(first, expression.value(PROFILE));
        } catch (InvalidExpressionException mixed) {
            // Comes from `and` and `or`, whose operands must be boolean.
            assertEquals(false, mixed.getMessage().isEmpty());
        }
    }
}
