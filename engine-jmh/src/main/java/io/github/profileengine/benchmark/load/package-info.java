/**
 * How much the test double handles over HTTP, compared with a mock server that answers a constant.
 *
 * <p>Entry type: {@link io.github.profileengine.benchmark.load.LoadTable}.
 */
@NullMarked
package io.github.profileengine.benchmark.load;

import org.jspecify.annotations.NullMarked;
