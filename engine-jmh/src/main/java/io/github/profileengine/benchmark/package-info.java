/**
 * Benchmarks that compare the engine with its peers, and the tables made from them.
 *
 * <p>One package per question: {@code profile} (one profile's properties), {@code list} (one property's list),
 * {@code apply} (bytes to profiles), {@code store} (a million profiles), {@code fork} (a second version of them). Each
 * holds its peers, its benchmarks and the check that all peers do the same work. Programs without JMH are in
 * {@code latency}, {@code footprint}, {@code flood} and {@code load}. Entry type:
 * {@link io.github.profileengine.benchmark.RatioTable}.
 */
@NullMarked
package io.github.profileengine.benchmark;

import org.jspecify.annotations.NullMarked;
