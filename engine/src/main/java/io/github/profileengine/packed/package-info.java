/**
 * A shard's profiles as records in byte arrays: no object for each profile.
 *
 * <p>Not exported. May import {@code table} and what that may import; {@code store} chooses between this and the plain
 * table. Entry type: {@link io.github.profileengine.packed.PackedTable}. From call to byte: {@code PackedTable} finds
 * the {@code PackedProject}; the reducer's session stages in a {@code RecordEditor}, which gives values their form;
 * {@code PackedProject.rewrite} decides whether {@code Slab} writes them over the old ones, over those of a copy, or a
 * {@code RecordImage} of all.
 */
@NullMarked
package io.github.profileengine.packed;

import org.jspecify.annotations.NullMarked;
