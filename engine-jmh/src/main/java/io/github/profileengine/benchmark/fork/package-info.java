/**
 * What a second version of a whole population costs: a fork or snapshot compared with copies of maps, and the effect on
 * later writes.
 *
 * <p>Entry type: {@link io.github.profileengine.benchmark.fork.ForkTable}.
 */
@NullMarked
package io.github.profileengine.benchmark.fork;

import org.jspecify.annotations.NullMarked;
