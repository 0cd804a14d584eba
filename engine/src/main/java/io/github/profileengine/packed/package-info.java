/**
 * Stores a shard's profiles as records in byte arrays, without an object for each profile.
 *
 * <p>Not exported. May import {@code table} and what that may import; {@code store} chooses between this and the plain
 * table. Entry type: {@link io.github.profileengine.packed.PackedTable}. The path of an update: {@code PackedTable}
 * finds the {@code PackedProject}; the reducer's session stages in a {@code RecordEditor}, which encodes values;
 * {@code PackedProject.rewrite} decides whether {@code Slab} overwrites the old values, overwrites those of a copy, or
 * writes a {@code RecordImage} of all.
 *
 * <p>A value or shape is <i>inline</i> if its bytes are in the record. Else it is <i>out of line</i>: an object in its
 * chunk's array. A <i>fork</i> is a writer's copy of what is frozen.
 */
@NullMarked
package io.github.profileengine.packed;

import org.jspecify.annotations.NullMarked;
