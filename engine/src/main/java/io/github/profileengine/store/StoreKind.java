package io.github.profileengine.store;

/** How an engine keeps its profiles. It changes no result, only what they cost in time and memory. */
public enum StoreKind {
    /**
     * As records in byte arrays, the default: updates are several times cheaper and profiles smaller. A read makes the
     * profile that it answers. A fork is as quick to make, and the first write to each profile after it copies the
     * record.
     */
    PACKED(StoreParts.PACKED),
    /**
     * As objects: a read hands out what is there. For engines that are read much more than written, and what the other
     * kind is tested against.
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
