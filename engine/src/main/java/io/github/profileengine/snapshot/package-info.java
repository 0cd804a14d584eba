/**
 * The content of an engine at one moment: profiles and aliases. It can be read, hashed and restored, and another engine
 * can start with it.
 *
 * <p>May import {@code table}, {@code identity} and what these import. Entry type:
 * {@link io.github.profileengine.snapshot.Snapshot}.
 */
@NullMarked
package io.github.profileengine.snapshot;

import org.jspecify.annotations.NullMarked;
