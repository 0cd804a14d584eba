/**
 * What operations on one profile cost, compared with copied hash maps, persistent maps and a mutable map.
 *
 * <p>Entry type: {@link io.github.profileengine.benchmark.profile.ProfileSetBenchmark}.
 */
@NullMarked
package io.github.profileengine.benchmark.profile;

import org.jspecify.annotations.NullMarked;
