package io.github.profileengine.store;

import io.github.profileengine.profile.Profile;
import org.jspecify.annotations.Nullable;

/** Where a shard's table keeps a profile, so that one look-up serves reading and writing it. Guarded by the shard. */
final class Cell {
    @Nullable
    Profile profile;
}
