/**
 * The deterministic reducer: one profile and one update in, the profile after it out.
 *
 * <p>Pure: no clock, randomness, locale, environment or I/O; time, location and the resolved id come in with the
 * update. May import {@code profile}, {@code location} and what these may. Entry type:
 * {@link io.github.profileengine.reducer.Reducer}.
 */
@NullMarked
package io.github.profileengine.reducer;

import org.jspecify.annotations.NullMarked;
