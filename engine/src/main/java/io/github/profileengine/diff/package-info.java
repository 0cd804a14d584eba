/**
 * How two states differ: which properties came, went and changed, as objects and as JSON Patch, forwards and back.
 *
 * <p>May import {@code snapshot} and what that imports. Entry types: {@link io.github.profileengine.diff.ProfileDiff}
 * and {@link io.github.profileengine.diff.StateDiff}.
 */
@NullMarked
package io.github.profileengine.diff;

import org.jspecify.annotations.NullMarked;
