package io.github.profileengine.benchmark.fork;

import io.github.profileengine.benchmark.store.Edit;
import io.github.profileengine.benchmark.store.ModelStore;
import io.github.profileengine.benchmark.store.Population;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fails unless a copy holds what its store held when the copy was made, even after later edits of the store. */
final class CopyCheck {
    private static final int PROFILES = 2_000;
    private static final int EDITS = 500;
    private static final int COPIES = 3;

    private CopyCheck() {}

    static void check(Copyable copyable) {
        ModelStore model = new ModelStore();
        new Population(PROFILES, 1).fill(model);
        new Population(PROFILES, 1).fill(copyable.store());
        Population population = new Population(PROFILES, 2);
        Object[] copies = new Object[COPIES];
        Object[] expected = new Object[COPIES];
        for (int at = 0; at < COPIES; at++) {
            copies[at] = copyable.copy();
            expected[at] = copied(model);
            Edit[] edits = population.edits(EDITS);
            model.apply(edits, at);
            copyable.store().apply(edits, at);
        }
        for (int at = 0; at < COPIES; at++) {
            compare(copyable, copies[at], (Map<?, ?>) expected[at]);
        }
    }

    private static Map<String, Map<String, @Nullable Object>> copied(ModelStore model) {
        Map<String, Map<String, @Nullable Object>> copy = new HashMap<>();
        model.profiles().forEach((id, profile) -> copy.put(id, new HashMap<>(profile)));
        return copy;
    }

    private static void compare(Copyable copyable, Object copy, Map<?, ?> expected) {
        for (int number = 0; number <= PROFILES; number++) {
            String id = Population.id(number);
            Object wanted = expected.containsKey(id) ? expected.get(id) : Map.of();
            if (!copyable.content(copy, id).equals(wanted)) {
                throw new IllegalStateException(copyable.getClass().getSimpleName() + " has " + id + " as "
                        + copyable.content(copy, id) + ", not " + wanted);
            }
        }
    }
}
