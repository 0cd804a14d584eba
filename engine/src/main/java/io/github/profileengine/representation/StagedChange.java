package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/** What an update changes one property to, until the change is made. Scratch of one {@link ProfileEditor}. */
public final class StagedChange {
    private static final Name NO_NAME = Name.of("");

    private Name name = NO_NAME;
    private int slot;
    private @Nullable Object value;

    StagedChange() {}

    void begin(Name changed, int slotBefore) {
        name = changed;
        slot = slotBefore;
    }

    void become(@Nullable Object after) {
        value = after;
    }

    /** Drops all references. */
    void forget() {
        name = NO_NAME;
        value = null;
    }

    public Name name() {
        return name;
    }

    /** The slot of the property in the profile before; negative if it had none. */
    public int slot() {
        return slot;
    }

    /** A canonical value, a {@link CurrentList}, a {@link StagedAppend}, or {@link CurrentValue#ABSENT}. */
    public @Nullable Object value() {
        return value;
    }

    /** Whether the profile had the property before. */
    public boolean wasThere() {
        return slot >= 0;
    }

    /** Whether it will have it. */
    public boolean willBeThere() {
        return value != CurrentValue.ABSENT;
    }
}
