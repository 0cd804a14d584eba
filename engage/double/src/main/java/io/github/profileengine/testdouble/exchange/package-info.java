/**
 * HTTP requests and answers as values, so that routes can be tested without a server.
 *
 * <p>It may import the wire module, the journal, and the engine's canonical text of values.
 */
@NullMarked
package io.github.profileengine.testdouble.exchange;

import org.jspecify.annotations.NullMarked;
