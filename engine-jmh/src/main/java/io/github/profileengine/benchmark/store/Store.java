package io.github.profileengine.benchmark.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Profiles by id in the terms of one library. Every change also writes the time: {@code $created} of a new profile and
 * {@code $last_seen} of any. All profiles are of the project {@link #TOKEN}.
 */
public interface Store {
    /** The project of all profiles. */
    String TOKEN = "benchmark-project";

    /** Makes profiles, of which none exists. */
    void create(List<Newcomer> newcomers, int second);

    /** Sets properties of profiles, which all exist, in order. */
    void set(Edit[] edits, int second);

    /** The value of a property that the profile has. */
    @Nullable
    Object read(String id, String name);

    /** All properties of a profile, for comparing; empty if there is no profile. */
    Map<String, Object> content(String id);
}
