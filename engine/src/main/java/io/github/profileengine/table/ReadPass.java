package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import org.jspecify.annotations.Nullable;

/**
 * Reads many profiles, of whatever shards: each as {@link TableReads#get} would at some moment of the call, and one
 * that comes twice is no older the second time. What one needs from memory does not depend on another, so a table may
 * fetch it for many at once. For one thread and one call.
 */
public interface ReadPass {
    /** One after the other, for tables that gain nothing. */
    static ReadPass oneByOne(@Nullable Profile[] found) {
        return new ReadPass() {
            private int next;

            @Override
            public void add(ProfileTable table, ProfileId id) {
                found[next++] = table.get(id);
            }

            @Override
            public void end() {}
        };
    }

    /** The next profile to be read, in a table. */
    void add(ProfileTable table, ProfileId id);

    /** No more come: afterwards all are found. */
    void end();
}
