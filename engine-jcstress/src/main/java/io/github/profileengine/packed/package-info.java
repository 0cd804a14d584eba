/**
 * What readers and the one writer of records may see of each other, on real processors. In the package of the code it
 * tests.
 *
 * <p>May import whatever that package may, and jcstress. Nothing imports it. Begin with
 * {@link io.github.profileengine.packed.ResizedRecordStress}.
 */
@NullMarked
package io.github.profileengine.packed;

import org.jspecify.annotations.NullMarked;
