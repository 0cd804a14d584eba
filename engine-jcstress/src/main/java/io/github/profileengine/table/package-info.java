/**
 * What readers of a table and its one writer may see of each other, on real processors. In the package of the code it
 * tests, to reach what is not public.
 *
 * <p>May import what that package may import, and jcstress. Nothing imports it. Begin with
 * {@link io.github.profileengine.table.ReplacedSlotStress}.
 */
@NullMarked
package io.github.profileengine.table;

import org.jspecify.annotations.NullMarked;
