/**
 * What the whole way from bytes to profiles costs, compared with a JSON tree and concurrent maps of maps.
 *
 * <p>Entry type: {@link io.github.profileengine.benchmark.apply.ApplyBenchmark}.
 */
@NullMarked
package io.github.profileengine.benchmark.apply;

import org.jspecify.annotations.NullMarked;
