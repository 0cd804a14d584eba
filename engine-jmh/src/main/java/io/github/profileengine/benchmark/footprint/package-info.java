/**
 * How many bytes a profile takes, part by part, compared with profiles that are maps.
 *
 * <p>Entry type: {@link io.github.profileengine.benchmark.footprint.FootprintReport}.
 */
@NullMarked
package io.github.profileengine.benchmark.footprint;

import org.jspecify.annotations.NullMarked;
