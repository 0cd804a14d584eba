/**
 * What readers of records and their one writer may see of each other, on real processors. In the package of the code it
 * tests.
 *
 * <p>May import what that package may import, and jcstress. Nothing imports it. Begin with
 * {@link io.github.profileengine.packed.ResizedRecordStress}.
 */
@NullMarked
package io.github.profileengine.packed;

import org.jspecify.annotations.NullMarked;
