/**
 * The expression language of {@code where} on the read side: parser, tree and evaluation.
 *
 * <p>It knows neither requests nor profiles. It may import only the engine's values and the wire module's reader of
 * times. Entry types: {@link io.github.profileengine.testdouble.expression.ExpressionParser} and
 * {@link io.github.profileengine.testdouble.expression.Expression}.
 */
@NullMarked
package io.github.profileengine.testdouble.expression;

import org.jspecify.annotations.NullMarked;
