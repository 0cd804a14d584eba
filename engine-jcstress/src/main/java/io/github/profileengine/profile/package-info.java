/**
 * What two versions of a profile that share a list may see of each other, on real processors. In the package of the
 * code it tests, to reach what is not public.
 *
 * <p>May import what that package may import, and jcstress. Nothing imports it. Begin with
 * {@link io.github.profileengine.profile.SharedTailStress}.
 */
@NullMarked
package io.github.profileengine.profile;

import org.jspecify.annotations.NullMarked;
