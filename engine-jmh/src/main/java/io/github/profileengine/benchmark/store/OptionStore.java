package io.github.profileengine.benchmark.store;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.log.Recording;
import io.github.profileengine.store.BatchResult;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.store.StoreKind;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The packed store with one option. For one thread. */
final class OptionStore {
    private final EngineOption option;
    private final EngineStore store;
    private @Nullable Recording recording;

    OptionStore(EngineOption option) {
        this.option = option;
        this.store = new EngineStore(StoreKind.PACKED, option::in);
    }

    /** The store itself. What is applied to it directly does not use the option. */
    EngineStore store() {
        return store;
    }

    /** Starts a recording, if that is the option. */
    void begin() {
        recording = option == EngineOption.RECORDED ? store.engine().record() : null;
    }

    /** Applies edits as the option asks, and passes on what was recorded of them. */
    BatchResult applied(Edit[] edits, int second, Consumer<? super LogEntry> recorded) {
        store.at(second);
        ProfileEngine engine = store.engine();
        var batch = EngineStore.batch(edits);
        BatchResult result = option == EngineOption.OUTCOMES ? engine.applyWithOutcomes(batch) : engine.apply(batch);
        if (recording != null) {
            recording.drain(recorded);
        }
        return result;
    }
}
