/**
 * How profiles, values and names are laid out in memory: shapes, lists with shared tails, seeded hashes, canonical
 * text.
 *
 * <p>Not exported. It exists so that every other package can work with values without knowing their layout. It imports
 * the JDK only and names no type of the other packages; all of them may import it. Entry types:
 * {@link io.github.profileengine.representation.ProfileEditor} and
 * {@link io.github.profileengine.representation.CurrentValue}.
 */
@NullMarked
package io.github.profileengine.representation;

import org.jspecify.annotations.NullMarked;
