package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import org.jspecify.annotations.Nullable;

/**
 * Reads many profiles, of any shards: each as {@link TableReads#get} would at some moment of the call, and one that
 * comes twice is no older the second time. The loads for one profile do not depend on those for another, so a table may
 * have many in flight at once. For one thread and one call.
 */
public interface ReadPass {
    /** One after another, for tables that gain nothing. */
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

    /** Adds the next profile to read, and its table. */
    void add(ProfileTable table, ProfileId id);

    /** Ends the pass: all profiles are found afterwards. */
    void end();
}
