/**
 * How a shard stores its profiles: the interface between the engine and the representations of its profiles.
 *
 * <p>Not exported. May import {@code representation}, {@code value}, {@code operation}, {@code profile} and
 * {@code reducer}. Entry types: {@link io.github.profileengine.table.ProfileTable}, the contract, and
 * {@link io.github.profileengine.table.PlainTable}, its first implementation and the test oracle of any other.
 */
@NullMarked
package io.github.profileengine.table;

import org.jspecify.annotations.NullMarked;
