/**
 * The read side: answers a query from its parameters and the content of the engine.
 *
 * <p>It knows no server. It may import the engine, {@code wire}, {@code wire.request}, {@code expression}, and the
 * credentials of the exchange. Entry types: {@link io.github.profileengine.testdouble.query.ProjectChoice}, then
 * {@link io.github.profileengine.testdouble.query.EngageQuery}.
 */
@NullMarked
package io.github.profileengine.testdouble.query;

import org.jspecify.annotations.NullMarked;
