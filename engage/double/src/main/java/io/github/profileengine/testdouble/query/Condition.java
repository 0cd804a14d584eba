package io.github.profileengine.testdouble.query;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.testdouble.expression.Expression;
import io.github.profileengine.testdouble.expression.ExpressionParser;
import io.github.profileengine.testdouble.expression.InvalidExpressionException;
import io.github.profileengine.testdouble.expression.PropertySource;
import io.github.profileengine.testdouble.expression.Undefined;

/** A condition on profiles: an expression that must be true for a profile. */
public final class Condition {
    private static final String DISTINCT_ID = "$distinct_id";

    private final String parameter;
    private final Expression expression;

    private Condition(String parameter, Expression expression) {
        this.parameter = parameter;
        this.expression = expression;
    }

    /**
     * Parses a text.
     *
     * @param parameter the parameter that contained the text, for messages
     * @throws InvalidQueryException if the text is no expression
     */
    public static Condition parse(String parameter, String text) {
        try {
            return new Condition(parameter, ExpressionParser.parse(text));
        } catch (InvalidExpressionException e) {
            throw new InvalidQueryException(parameter, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Whether a profile satisfies the condition.
     *
     * @throws InvalidQueryException if the expression cannot use a value of the profile
     */
    public boolean accepts(Profile profile) {
        try {
            return Boolean.TRUE.equals(expression.value(source(profile)));
        } catch (InvalidExpressionException e) {
            throw new InvalidQueryException(
                    parameter, e.getMessage() + " in profile " + profile.id().id());
        }
    }

    private static PropertySource source(Profile profile) {
        return name -> {
            if (name.equals(DISTINCT_ID)) {
                return profile.id().id();
            }
            Object value = profile.get(name);
            return value != null || profile.contains(name) ? value : Undefined.UNDEFINED;
        };
    }
}
