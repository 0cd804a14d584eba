/**
 * Requests and answers of HTTP as values, so that what a route answers needs no server to be tried.
 *
 * <p>It may import the wire module and the journal.
 */
@NullMarked
package io.github.profileengine.testdouble.exchange;

import org.jspecify.annotations.NullMarked;
