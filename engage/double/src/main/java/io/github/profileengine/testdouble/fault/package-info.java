/**
 * What goes wrong on purpose: requests that a plan of faults strikes, and updates that reach the engine twice, never,
 * late or out of order. Entry types: {@link FaultPlan}, which says what, and {@link Faults}, which does it.
 *
 * <p>It may import the engine and the wire module.
 */
@NullMarked
package io.github.profileengine.testdouble.fault;

import org.jspecify.annotations.NullMarked;
