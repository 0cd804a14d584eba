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

/** Collects the settings of an engine. Not thread-safe. */
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

    /** The clock for updates without a time; read once for each batch. */
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

    /** The locator, which finds the place of addresses and coordinates. */
    public ProfileEngineBuilder locator(Locator finder) {
        locator = Objects.requireNonNull(finder, "locator");
        return this;
    }

    /**
     * The number of shards over which the profiles are spread, 1 to 1,024, else {@code IllegalArgumentException}. More
     * shards let more threads write at once. The number changes no result and no state. It changes the order in which
     * subscribers get the changes of a batch: with several shards that is another in each run, with one it is that of
     * the batch ({@link io.github.profileengine.feed.ChangeFeed}). The default fits the machine: the least power of two
     * that gives each of its processors 16 shards or more, but at most 1,024.
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
     * The content with which the engine starts; nothing by default. Costs next to nothing if the snapshot is of an
     * engine with as many shards and the same {@link StoreKind}. Otherwise the snapshot's profiles are distributed to
     * shards anew; with the default store, that is so for every snapshot read from a file.
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

    /** Builds an engine. The builder can then build others, which share the clock and the locator with it. */
    public ProfileEngine build() {
        return new ProfileEngine(this);
    }
}
