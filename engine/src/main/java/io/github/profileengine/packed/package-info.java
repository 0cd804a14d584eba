/**
 * A shard's profiles as records in byte arrays: no object for each profile, half the work of the collector gone.
 *
 * <p>Not exported. May import {@code table} and what that may import; {@code store} chooses between this and the plain
 * table. Entry type: {@link io.github.profileengine.packed.PackedTable}. From call to byte: {@code PackedTable} finds
 * the {@code PackedProject}, {@code RecordEditor} stages and gives values their form, {@code Slab} writes them over the
 * old ones. Only where names or objects come or go a {@code RecordImage} of all is made.
 */
@NullMarked
package io.github.profileengine.packed;

import org.jspecify.annotations.NullMarked;
