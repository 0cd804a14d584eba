package io.github.profileengine.benchmark.store;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.BatchResult;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.store.ProfileEngineBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Ours, through the public {@code apply}: counters on, outcomes off. */
public final class EngineStore implements Store {
    private final ProfileEngine engine;
    private volatile int now;

    /** An engine with no other options than a clock. */
    public EngineStore() {
        this(UnaryOperator.identity());
    }

    EngineStore(UnaryOperator<ProfileEngineBuilder> options) {
        engine = options.apply(ProfileEngine.builder().clock(() -> Seconds.instant(now)))
                .build();
    }

    /** The engine itself. */
    public ProfileEngine engine() {
        return engine;
    }

    @Override
    public void create(List<Newcomer> newcomers, int second) {
        Batch.Builder batch = Batch.builder();
        for (Newcomer newcomer : newcomers) {
            batch.add(Update.of(id(newcomer.id())).set(newcomer.properties()).build());
        }
        applied(batch.build(), second);
    }

    @Override
    public void set(Edit[] edits, int second) {
        applied(batch(edits), second);
    }

    static Batch batch(Edit[] edits) {
        Batch.Builder batch = Batch.builder();
        for (Edit edit : edits) {
            batch.add(Update.of(id(edit.id())).set(edit.name(), edit.value()).build());
        }
        return batch.build();
    }

    private void applied(Batch batch, int second) {
        at(second);
        BatchResult result = engine.apply(batch);
        if (result.rejected() > 0) {
            throw new IllegalStateException(result.rejections().get(0).toString());
        }
    }

    /** Sets the engine's clock. */
    void at(int second) {
        now = second;
    }

    @Override
    public @Nullable Object read(String id, String name) {
        return engine.profile(id(id)).orElseThrow().get(name);
    }

    @Override
    public Map<String, Object> content(String id) {
        return content(engine.profile(id(id)).orElse(null));
    }

    /** The properties of a profile of this population; empty if there is none. */
    @SuppressWarnings("unchecked") // no value is null
    public static Map<String, Object> content(@Nullable Profile profile) {
        return profile == null ? Map.of() : (Map<String, Object>) (Map<String, ?>) profile.properties();
    }

    /** The id as ours and {@link ComputingStore} have it. */
    public static ProfileId id(String id) {
        return ProfileId.user(TOKEN, id);
    }
}
