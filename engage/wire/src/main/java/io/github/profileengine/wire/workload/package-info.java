/**
 * Generated updates in the Engage JSON form, in any number, for load tests and measurements. The same seed gives the
 * same updates everywhere and always.
 *
 * <p>It reads nothing and keeps nothing. It may import the engine and nothing of the wire package. Entry types:
 * {@link io.github.profileengine.wire.workload.Workload} describes the updates,
 * {@link io.github.profileengine.wire.workload.UpdateGenerator} writes them.
 */
@NullMarked
package io.github.profileengine.wire.workload;

import org.jspecify.annotations.NullMarked;
