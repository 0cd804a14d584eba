/**
 * What readers and the one writer of a table may see of each other, on real processors. In the package of the code it
 * tests, to see what is not public.
 *
 * <p>May import whatever that package may, and jcstress. Nothing imports it. Begin with
 * {@link io.github.profileengine.table.ReplacedSlotStress}.
 */
@NullMarked
package io.github.profileengine.table;

import org.jspecify.annotations.NullMarked;
