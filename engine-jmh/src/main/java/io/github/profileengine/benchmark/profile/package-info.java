/**
 * What operations on one profile cost, beside hash maps copied, persistent maps and a mutable map.
 *
 * <p>Entry type: {@link io.github.profileengine.benchmark.profile.ProfileSetBenchmark}.
 */
@NullMarked
package io.github.profileengine.benchmark.profile;

import org.jspecify.annotations.NullMarked;
