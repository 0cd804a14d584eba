package io.github.profileengine.benchmark.store;

import io.github.profileengine.store.EngineBounds;
import io.github.profileengine.store.ProfileEngineBuilder;

/** What may be asked of an engine besides applying updates. */
public enum EngineOption {
    NONE("nothing else"),
    OUTCOMES("outcomes (`applyWithOutcomes`)"),
    RECORDED("a recording, taken on the same thread"),
    MAX_PROFILES("a bound of profiles that is far away"),
    MAX_BYTES("a bound of bytes that is far away");

    private static final long FAR = 1L << 40;

    private final String label;

    EngineOption(String label) {
        this.label = label;
    }

    /** The row's name in a table. */
    String label() {
        return label;
    }

    ProfileEngineBuilder in(ProfileEngineBuilder builder) {
        return switch (this) {
            case MAX_PROFILES -> builder.bounds(EngineBounds.OFF.withMaxProfiles(FAR));
            case MAX_BYTES -> builder.bounds(EngineBounds.OFF.withMaxBytes(FAR));
            default -> builder;
        };
    }
}
