/**
 * The engine: profiles of many projects in memory, updated by batches, forked, recorded and replayed.
 *
 * <p>May import every other package; nothing imports it. Entry type:
 * {@link io.github.profileengine.store.ProfileEngine}.
 */
@NullMarked
package io.github.profileengine.store;

import org.jspecify.annotations.NullMarked;
