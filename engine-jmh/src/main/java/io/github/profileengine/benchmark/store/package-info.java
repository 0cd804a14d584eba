/**
 * What it costs to keep, update and read a million profiles, compared with concurrent maps.
 *
 * <p>Entry type: {@link io.github.profileengine.benchmark.store.UpdateTable}. The package {@code fork} builds on the
 * stores and the population.
 */
@NullMarked
package io.github.profileengine.benchmark.store;

import org.jspecify.annotations.NullMarked;
