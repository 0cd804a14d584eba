/**
 * The read side: the parameters of a query and what the engine holds, to an answer.
 *
 * <p>It knows no server. It may import the engine, {@code wire}, {@code wire.request}, {@code expression}, and of the
 * exchange the credentials. Entry types: {@link io.github.profileengine.testdouble.query.ProjectChoice}, then
 * {@link io.github.profileengine.testdouble.query.EngageQuery}.
 */
@NullMarked
package io.github.profileengine.testdouble.query;

import org.jspecify.annotations.NullMarked;
