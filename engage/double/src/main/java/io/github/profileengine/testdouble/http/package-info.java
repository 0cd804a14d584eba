/**
 * The JDK's HTTP server with rules that it lacks: bounds, host names, origins, an unambiguous length, complete bodies.
 *
 * <p>It knows no route. It may import the exchange, the journal's request and bytes, the engine's IP address, and the
 * wire module's message for what is too large.
 */
@NullMarked
package io.github.profileengine.testdouble.http;

import org.jspecify.annotations.NullMarked;
