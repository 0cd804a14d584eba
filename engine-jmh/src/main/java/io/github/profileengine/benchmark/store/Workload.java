package io.github.profileengine.benchmark.store;

/** Profiles to begin with, and what is done with them next: the same in every JVM. For one thread. */
public interface Workload {
    /** Makes all profiles in an empty store, in batches that all have the first second. */
    void fill(Store store);

    /** The next edits. */
    Edit[] edits(int count);

    /** The id of a profile drawn at random, a text of its own. */
    String anyId();

    /** The name of a property drawn at random; every profile has it. */
    String anyName();
}
