package io.github.profileengine.benchmark.store;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.store.BatchResult;
import io.github.profileengine.store.ProfileEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fails unless the engine does the same work with an option, and gives what the option asks for: the outcomes of every
 * edit, or a recording that leads to the same state.
 */
final class OptionCheck {
    private OptionCheck() {}

    static void check(EngineOption option) {
        check(option, new OptionStore(option));
    }

    /** The same check for a given store, which may fail to do what the option asks for. */
    static void check(EngineOption option, OptionStore store) {
        store.begin();
        Asked asked = new Asked(option, store);
        StoreCheck.check(asked);
        if (option == EngineOption.RECORDED) {
            ProfileEngine replayed = ProfileEngine.builder().build();
            replayed.replay(asked.log);
            if (!replayed.stateHash().equals(store.store().engine().stateHash())) {
                throw new IllegalStateException("the recording does not lead to the state that was recorded");
            }
        }
    }

    private static final class Asked implements Store {
        private final EngineOption option;
        private final OptionStore store;
        private final List<LogEntry> log = new ArrayList<>();

        Asked(EngineOption option, OptionStore store) {
            this.option = option;
            this.store = store;
        }

        @Override
        public void apply(Edit[] edits, int second) {
            BatchResult result = store.applied(edits, second, log::add);
            if (option == EngineOption.OUTCOMES) {
                for (int at = 0; at < edits.length; at++) {
                    require(edits[at], result.outcomes(at).size());
                }
            }
        }

        private static void require(Edit edit, int outcomes) {
            int properties = 0;
            for (Edit step = edit; step != null; step = step.rest()) {
                properties++;
            }
            if (outcomes != properties) {
                throw new IllegalStateException(outcomes + " outcomes of an edit of " + properties + " properties");
            }
        }

        @Override
        public @Nullable Object read(String id, String name) {
            return store.store().read(id, name);
        }

        @Override
        public Map<String, @Nullable Object> content(String id) {
            return store.store().content(id);
        }
    }
}
