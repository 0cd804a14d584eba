/**
 * The deterministic reducer: applies one update to one profile and returns the new profile.
 *
 * <p>It is pure: no clock, randomness, locale, environment or I/O. Time, location and the resolved id come with the
 * update. May import {@code profile}, {@code location} and what these may import. Entry type:
 * {@link io.github.profileengine.reducer.Reducer}.
 */
@NullMarked
package io.github.profileengine.reducer;

import org.jspecify.annotations.NullMarked;
