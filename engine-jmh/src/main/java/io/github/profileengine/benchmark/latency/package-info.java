/**
 * How long one batch takes while batches come at a steady pace, compared with other stores.
 *
 * <p>Entry type: {@link io.github.profileengine.benchmark.latency.LatencyTable}.
 */
@NullMarked
package io.github.profileengine.benchmark.latency;

import org.jspecify.annotations.NullMarked;
