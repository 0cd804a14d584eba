/**
 * How two states differ: which properties came, went and changed, as objects and as JSON Patch, forwards and back.
 *
 * <p>May import {@code representation}, {@code value} and {@code profile}. Entry type:
 * {@link io.github.profileengine.diff.ProfileDiff}.
 */
@NullMarked
package io.github.profileengine.diff;

import org.jspecify.annotations.NullMarked;
