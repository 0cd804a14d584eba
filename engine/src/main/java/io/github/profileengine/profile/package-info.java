/**
 * The profile as an immutable value, and the id that identifies it.
 *
 * <p>May import {@code representation}, {@code value} and {@code operation}. Entry type:
 * {@link io.github.profileengine.profile.Profile}.
 */
@NullMarked
package io.github.profileengine.profile;

import org.jspecify.annotations.NullMarked;
