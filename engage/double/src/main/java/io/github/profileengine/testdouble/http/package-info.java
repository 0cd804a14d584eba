/**
 * The JDK's HTTP server with the rules that it lacks: bounds, hosts, origins, one length, whole bodies.
 *
 * <p>It knows no route. It may import the exchange, the journal's request and bytes, the engine's IP address, and the
 * wire module's words for what is too large.
 */
@NullMarked
package io.github.profileengine.testdouble.http;

import org.jspecify.annotations.NullMarked;
