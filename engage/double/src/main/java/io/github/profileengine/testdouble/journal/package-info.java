/**
 * The requests that came in, their answers, and their results: bounded, immutable entries.
 *
 * <p>It knows no HTTP server. It may import the engine and the wire module.
 */
@NullMarked
package io.github.profileengine.testdouble.journal;

import org.jspecify.annotations.NullMarked;
