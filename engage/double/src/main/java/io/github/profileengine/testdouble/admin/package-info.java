/**
 * The routes below {@code /__double/}, with which tests and people observe and control a double.
 *
 * <p>It may import the engine, the wire module, the exchange, the routes, the faults, the journal, the conditions of
 * queries and the files of the inspector. Entry type: {@link io.github.profileengine.testdouble.admin.Admin}.
 */
@NullMarked
package io.github.profileengine.testdouble.admin;

import org.jspecify.annotations.NullMarked;
