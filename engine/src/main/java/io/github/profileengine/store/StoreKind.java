package io.github.profileengine.store;

/** How an engine keeps its profiles. It changes no result, only what they cost in time and memory. */
public enum StoreKind {
    /**
     * As objects: a read hands out what is there. What an engine has that is told nothing else, and what the other one
     * is tested against.
     */
    PLAIN(StoreParts.PLAIN),
    /**
     * As records in byte arrays: updates are cheaper and profiles smaller; a read makes the profile that it answers. A
     * fork is as quick to make and slows the writes after it more.
     */
    PACKED(StoreParts.PACKED);

    private final StoreParts parts;

    StoreKind(StoreParts parts) {
        this.parts = parts;
    }

    StoreParts parts() {
        return parts;
    }
}
