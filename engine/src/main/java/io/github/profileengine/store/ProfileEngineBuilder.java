package io.github.profileengine.store;

import io.github.profileengine.location.Locator;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.table.ShardCount;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects how an engine works. Not thread-safe. */
public final class ProfileEngineBuilder {
    InstantSource clock = InstantSource.system();
    ReducerOptions options = ReducerOptions.defaults();
    Locator locator = address -> Optional.empty();
    int shards = ShardCount.USUAL;
    EngineBounds bounds = EngineBounds.OFF;
    StoreParts parts = StoreParts.PACKED;

    @Nullable
    Snapshot state;

    ProfileEngineBuilder() {}

    ProfileEngineBuilder copy() {
        ProfileEngineBuilder copy = new ProfileEngineBuilder();
        copy.clock = clock;
        copy.options = options;
        copy.locator = locator;
        copy.shards = shards;
        copy.bounds = bounds;
        copy.parts = parts;
        return copy;
    }

    /** The time of updates that bring none; read once for each batch. */
    public ProfileEngineBuilder clock(InstantSource source) {
        clock = Objects.requireNonNull(source, "clock");
        return this;
    }

    /** All options of the reducer at once. */
    public ProfileEngineBuilder options(ReducerOptions all) {
        options = Objects.requireNonNull(all, "options");
        return this;
    }

    /** How large names, texts and profiles may be. */
    public ProfileEngineBuilder limits(Limits limits) {
        return options(options.withLimits(limits));
    }

    /** Whether records that are only suspicious fail too. */
    public ProfileEngineBuilder strict(boolean on) {
        return options(options.withStrict(on));
    }

    /** Whether {@code $append} of a list adds its elements. */
    public ProfileEngineBuilder flattenAppendedLists(boolean on) {
        return options(options.withFlattenAppendedLists(on));
    }

    /** Whether a new profile gets {@code $created}. */
    public ProfileEngineBuilder automaticCreated(boolean on) {
        return options(options.withAutomaticCreated(on));
    }

    /** Whether an update writes {@code $last_seen}. */
    public ProfileEngineBuilder automaticLastSeen(boolean on) {
        return options(options.withAutomaticLastSeen(on));
    }

    /** Who finds the place of addresses and coordinates. */
    public ProfileEngineBuilder locator(Locator finder) {
        locator = Objects.requireNonNull(finder, "locator");
        return this;
    }

    /**
     * How many parts the profiles are spread over, 1 to 1,024, else {@code IllegalArgumentException}; more let more
     * threads write at once. It changes no result. By default as many as fit the machine: the least power of two that
     * gives each of its processors 16, or the most.
     */
    public ProfileEngineBuilder shards(int count) {
        if (count < 1 || count > ShardCount.MOST) {
            throw new IllegalArgumentException("shards must be 1 to " + ShardCount.MOST + ", not " + count);
        }
        shards = count;
        return this;
    }

    /** How many profiles and bytes the engine and its projects may hold; {@link EngineBounds#OFF} by default. */
    public ProfileEngineBuilder bounds(EngineBounds most) {
        bounds = Objects.requireNonNull(most, "bounds");
        return this;
    }

    /**
     * What the engine holds at first; nothing by default. Costs next to nothing if the snapshot is of an engine with as
     * many shards and the same {@link StoreKind}, else, as if it was read from a file, its profiles are dealt out anew.
     */
    public ProfileEngineBuilder state(Snapshot first) {
        state = Objects.requireNonNull(first, "state");
        return this;
    }

    /** How the engine keeps its profiles; {@link StoreKind#PACKED} by default. It changes no result. */
    public ProfileEngineBuilder store(StoreKind kind) {
        return parts(kind.parts());
    }

    ProfileEngineBuilder parts(StoreParts others) {
        parts = others;
        return this;
    }

    /** Builds an engine. The builder may go on to build others, which share clock and locator with it. */
    public ProfileEngine build() {
        return new ProfileEngine(this);
    }
}
