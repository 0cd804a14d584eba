package io.github.profileengine.benchmark.fork;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.benchmark.store.ModelStore;
import io.github.profileengine.benchmark.store.Store;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CopyCheckTest {
    @ParameterizedTest
    @EnumSource(Copyables.class)
    void check_everyImplementation_passes(Copyables implementation) {
        assertThatCode(() -> CopyCheck.check(implementation.create())).doesNotThrowAnyException();
    }

    @Test
    void check_copyThatShowsLaterEdits_fails() {
        assertThatThrownBy(() -> CopyCheck.check(new SharingCopyable()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SharingCopyable has user-");
    }

    /** Copies the outer map only. */
    private static final class SharingCopyable implements Copyable {
        private final ModelStore store = new ModelStore();

        @Override
        public Store store() {
            return store;
        }

        @Override
        public Object copy() {
            return new HashMap<>(store.profiles());
        }

        @Override
        public Map<String, @Nullable Object> content(Object copy, String id) {
            @SuppressWarnings("unchecked") // a copy that was made here
            Map<String, Map<String, @Nullable Object>> profiles = (Map<String, Map<String, @Nullable Object>>) copy;
            return profiles.getOrDefault(id, Map.of());
        }

        @Override
        public long waitedNanos() {
            return 0;
        }
    }
}
