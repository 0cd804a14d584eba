/**
 * Invented updates in the Engage JSON form, as many as wanted, for load tests and measurements; the same for the same
 * seed, everywhere and for good.
 *
 * <p>It reads nothing and keeps nothing. It may import the engine and nothing of the wire package. Entry types:
 * {@link io.github.profileengine.wire.workload.Workload} says what is wanted,
 * {@link io.github.profileengine.wire.workload.UpdateGenerator} writes it.
 */
@NullMarked
package io.github.profileengine.wire.workload;

import org.jspecify.annotations.NullMarked;
