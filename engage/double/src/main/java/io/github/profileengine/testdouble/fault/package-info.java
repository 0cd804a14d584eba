/**
 * Deliberate faults: requests that a plan of faults strikes, and updates that reach the engine twice, never, late or
 * out of order. Entry types: {@link FaultPlan} describes the faults, and {@link Faults} injects them.
 *
 * <p>It may import the engine, the wire module, from {@code exchange} what writes a report, and from {@code journal}
 * the kinds of what a fault does to an update.
 */
@NullMarked
package io.github.profileengine.testdouble.fault;

import org.jspecify.annotations.NullMarked;
