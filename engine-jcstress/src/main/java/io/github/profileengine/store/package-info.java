/**
 * What batches and threads that close the gate may see of each other, on real processors. In the package of the code it
 * tests, to reach what is not public.
 *
 * <p>May import what that package may import, and jcstress. Nothing imports it. Begin with
 * {@link io.github.profileengine.store.GateStress}.
 */
@NullMarked
package io.github.profileengine.store;

import org.jspecify.annotations.NullMarked;
