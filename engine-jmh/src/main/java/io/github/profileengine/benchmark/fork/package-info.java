/**
 * What a second version of a whole population costs: a fork or snapshot beside copies of maps, and what the writes pay
 * for it.
 *
 * <p>Entry type: {@link io.github.profileengine.benchmark.fork.ForkTable}.
 */
@NullMarked
package io.github.profileengine.benchmark.fork;

import org.jspecify.annotations.NullMarked;
