/**
 * The expression language of the read side's {@code where}: parser, tree and evaluation.
 *
 * <p>It knows neither requests nor profiles and may import the engine's values and the wire's reader of times only.
 * Entry types: {@link io.github.profileengine.testdouble.expression.ExpressionParser} and
 * {@link io.github.profileengine.testdouble.expression.Expression}.
 */
@NullMarked
package io.github.profileengine.testdouble.expression;

import org.jspecify.annotations.NullMarked;
