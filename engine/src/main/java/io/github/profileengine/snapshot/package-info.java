/**
 * What an engine held at one moment: profiles and aliases, to read, to hash, to restore or to begin another engine
 * with.
 *
 * <p>May import {@code table}, {@code identity} and what these import. Entry type:
 * {@link io.github.profileengine.snapshot.Snapshot}.
 */
@NullMarked
package io.github.profileengine.snapshot;

import org.jspecify.annotations.NullMarked;
