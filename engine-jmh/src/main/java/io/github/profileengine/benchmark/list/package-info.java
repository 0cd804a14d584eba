/**
 * What operations on a list property cost, compared with array copies and persistent vectors.
 *
 * <p>Entry type: {@link io.github.profileengine.benchmark.list.ListAppendBenchmark}.
 */
@NullMarked
package io.github.profileengine.benchmark.list;

import org.jspecify.annotations.NullMarked;
