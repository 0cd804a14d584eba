/**
 * Requests and answers of HTTP as values, so that what a route answers needs no server to be tried.
 *
 * <p>It may import the wire module, the journal, and the engine's canonical text of values.
 */
@NullMarked
package io.github.profileengine.testdouble.exchange;

import org.jspecify.annotations.NullMarked;
