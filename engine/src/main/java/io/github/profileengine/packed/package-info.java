/**
 * A shard's profiles as records in byte arrays: no object for each profile, half the work of the collector gone.
 *
 * <p>Not exported. May import {@code table} and what that may import; {@code store} chooses between this and the plain
 * table. Entry type: {@link io.github.profileengine.packed.PackedTable}. From call to byte: {@code PackedTable} finds
 * the {@code PackedProject}, {@code RecordEditor} stages and makes a {@code RecordImage}, {@code Slab} writes it.
 */
@NullMarked
package io.github.profileengine.packed;

import org.jspecify.annotations.NullMarked;
