package io.github.profileengine.benchmark.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.benchmark.store.Edit;
import io.github.profileengine.benchmark.store.ModelStore;
import io.github.profileengine.benchmark.store.Population;
import io.github.profileengine.benchmark.store.Store;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WriterTest {
    @Test
    void awaitUpdates_afterwards_storeIsFilledAndEdited() throws InterruptedException {
        ModelStore store = new ModelStore();
        Writer writer = new Writer(store, 1_000);
        writer.start();

        writer.awaitUpdates(10_000);
        writer.end();

        assertThat(store.profiles()).hasSize(1_000);
        assertThat(store.content(Population.id(0)).get("$last_seen"))
                .isNotEqualTo(store.content(Population.id(0)).get("$created"));
    }

    @Test
    void awaitUpdates_storeThatFails_fails() {
        Writer writer = new Writer(new FailingStore(), 1_000);
        writer.start();

        assertThatThrownBy(() -> writer.awaitUpdates(10_000))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("full");
    }

    private static final class FailingStore implements Store {
        @Override
        public void apply(Edit[] edits, int second) {
            throw new IllegalStateException("full");
        }

        @Override
        public @Nullable Object read(String id, String name) {
            return null;
        }

        @Override
        public Map<String, @Nullable Object> content(String id) {
            return Map.of();
        }
    }
}
