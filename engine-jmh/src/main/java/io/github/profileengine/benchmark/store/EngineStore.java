package io.github.profileengine.benchmark.store;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.BatchResult;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.store.ProfileEngineBuilder;
import io.github.profileengine.store.StoreKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Our engine, through the public {@code apply}: counters are on, outcomes are off. */
public final class EngineStore implements Store {
    private final ProfileEngine engine;
    private volatile int now;

    /** An engine whose only options are a clock and the kind of its store. */
    public EngineStore(StoreKind kind) {
        this(kind, UnaryOperator.identity());
    }

    EngineStore(StoreKind kind, UnaryOperator<ProfileEngineBuilder> options) {
        engine = options.apply(ProfileEngine.builder().store(kind).clock(() -> Seconds.instant(now)))
                .build();
    }

    /** The engine itself. */
    public ProfileEngine engine() {
        return engine;
    }

    @Override
    public void apply(Edit[] edits, int second) {
        applied(batch(edits), second);
    }

    static Batch batch(Edit[] edits) {
        Batch.Builder batch = Batch.builder();
        for (Edit edit : edits) {
            UpdateBuilder update = Update.of(id(edit.id()));
            batch.add(steps(update, edit).build());
        }
        return batch.build();
    }

    private static UpdateBuilder one(UpdateBuilder update, Edit edit) {
        String name = edit.name();
        Object value = edit.value();
        return switch (edit.operator()) {
            case SET -> update.set(name, value);
            case SET_ONCE -> update.setOnce(name, value);
            case ADD -> update.add(name, value);
            case APPEND -> update.append(name, value);
            case UNION -> update.union(name, value);
            case REMOVE -> update.remove(name, value);
            case UNSET -> update.unset(name);
            default -> throw new IllegalArgumentException("no workload has " + edit.operator());
        };
    }

    // Property by property, as the edit holds them: a map of them would be one more object to create.
    private static UpdateBuilder steps(UpdateBuilder update, Edit edit) {
        for (Edit step = edit; step != null; step = step.rest()) {
            one(update, step);
        }
        return update;
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
    public @Nullable Object[] readAll(String[] ids, String[] names) {
        List<ProfileId> wanted = new ArrayList<>(ids.length);
        for (String id : ids) {
            wanted.add(id(id));
        }
        List<@Nullable Profile> found = engine.profiles(wanted);
        @Nullable Object[] values = new Object[ids.length];
        for (int at = 0; at < ids.length; at++) {
            values[at] = Objects.requireNonNull(found.get(at)).get(names[at]);
        }
        return values;
    }

    @Override
    public Map<String, @Nullable Object> content(String id) {
        return content(engine.profile(id(id)).orElse(null));
    }

    /** The properties of a profile of this population; empty if there is none. */
    public static Map<String, @Nullable Object> content(@Nullable Profile profile) {
        return profile == null ? Map.of() : profile.properties();
    }

    /** The id as our stores and {@link ComputingStore} use it. */
    public static ProfileId id(String id) {
        return ProfileId.user(TOKEN, id);
    }
}
