/**
 * What goes wrong on purpose: requests that a plan of faults strikes, and updates that reach the engine twice, never,
 * late or out of order. Entry types: {@link FaultPlan}, which says what, and {@link Faults}, which does it.
 *
 * <p>It may import the engine, the wire module, and of {@code exchange} what writes a report.
 */
@NullMarked
package io.github.profileengine.testdouble.fault;

import org.jspecify.annotations.NullMarked;
