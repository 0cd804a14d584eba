/**
 * The differences between two states: which properties were added, removed or changed. They are available as objects
 * and as JSON Patch, in both directions.
 *
 * <p>May import {@code snapshot} and what that imports. Entry types: {@link io.github.profileengine.diff.ProfileDiff}
 * and {@link io.github.profileengine.diff.StateDiff}.
 */
@NullMarked
package io.github.profileengine.diff;

import org.jspecify.annotations.NullMarked;
