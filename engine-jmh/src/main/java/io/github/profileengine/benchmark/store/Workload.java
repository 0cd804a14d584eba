package io.github.profileengine.benchmark.store;

/** Profiles to begin with, and edits of them: the same in every JVM. For one thread. */
public interface Workload {
    /** Makes all profiles in an empty store, in batches that all have the same second, the first. */
    void fill(Store store);

    /** The next edits. */
    Edit[] edits(int count);

    /** The id of a random profile, as a text of its own. */
    String anyId();

    /** The name of a random property that every profile has. */
    String anyName();
}
