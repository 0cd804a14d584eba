package io.github.profileengine.store;

import java.util.Locale;

/**
 * Builds engines with the store that this test run is about: packed, or plain with
 * {@code -Dprofile-engine.store=plain}.
 */
public final class Engines {
    private static final StoreKind KIND = StoreKind.valueOf(
            System.getProperty("profile-engine.store", "packed").toUpperCase(Locale.ROOT));

    private Engines() {}

    public static StoreKind kind() {
        return KIND;
    }

    /** As {@link ProfileEngine#builder}. */
    public static ProfileEngineBuilder builder() {
        return ProfileEngine.builder().store(KIND);
    }

    static StoreParts parts() {
        return KIND.parts();
    }
}
