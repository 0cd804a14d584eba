package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What can be read from a table, live or frozen. */
public interface TableReads {
    /** The profile of an id, or null. */
    @Nullable
    Profile get(ProfileId id);

    /** How many profiles there are. */
    long count();

    /** How many profiles of a project there are. */
    long count(String token);

    /** The estimated bytes of all profiles; see {@link Profile#estimatedBytes}. */
    long bytes();

    /** The estimated bytes of a project's profiles. */
    long bytes(String token);

    /**
     * The estimated heap, in bytes, of all profiles as the table stores them, without the tokens of their projects.
     * What is shared with frozen tables counts in each of them. Looks at no profile.
     */
    long heapBytes();

    /** Adds the tokens of the projects that have profiles. */
    void collectTokens(Collection<String> tokens);

    /** Every profile of a project, in no particular order. */
    void forEach(String token, Consumer<Profile> action);
}
