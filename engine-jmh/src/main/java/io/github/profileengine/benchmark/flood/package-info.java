/**
 * What ids and names cost that were chosen to have the same {@code String.hashCode}.
 *
 * <p>Entry type: {@link io.github.profileengine.benchmark.flood.FloodTable}.
 */
@NullMarked
package io.github.profileengine.benchmark.flood;

import org.jspecify.annotations.NullMarked;
