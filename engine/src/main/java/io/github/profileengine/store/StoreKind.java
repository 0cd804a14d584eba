package io.github.profileengine.store;

/** How an engine keeps its profiles. The kind changes no result, only the cost in time and memory. */
public enum StoreKind {
    /**
     * As records in byte arrays, the default: updates are several times cheaper and profiles smaller. A read creates
     * the profile that it returns. A fork is as quick to make; after it, the first write to each profile copies the
     * record.
     */
    PACKED(StoreParts.PACKED),
    /**
     * As objects: a read returns the object that is stored. For engines that are read much more often than written.
     * Tests compare the other kind with this one.
     */
    PLAIN(StoreParts.PLAIN);

    private final StoreParts parts;

    StoreKind(StoreParts parts) {
        this.parts = parts;
    }

    StoreParts parts() {
        return parts;
    }
}
