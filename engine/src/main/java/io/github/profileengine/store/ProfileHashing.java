package io.github.profileengine.store;

import io.github.profileengine.profile.ProfileId;
import org.eclipse.collections.api.block.HashingStrategy;

/** Hashes ids with the seeded hash, so that ids cannot be chosen to collide. */
final class ProfileHashing implements HashingStrategy<ProfileId> {
    static final ProfileHashing INSTANCE = new ProfileHashing();

    private static final long serialVersionUID = 1L;

    private ProfileHashing() {}

    @Override
    public int computeHashCode(ProfileId id) {
        return id.tableHash();
    }

    @Override
    public boolean equals(ProfileId left, ProfileId right) {
        // The hash first: it lies in the id itself, its texts do not.
        return left.tableHash() == right.tableHash() && left.equals(right);
    }
}
