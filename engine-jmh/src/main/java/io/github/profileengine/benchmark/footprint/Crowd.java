package io.github.profileengine.benchmark.footprint;

import io.github.profileengine.benchmark.store.Edit;
import io.github.profileengine.benchmark.store.Population;
import io.github.profileengine.benchmark.store.Store;
import io.github.profileengine.benchmark.store.WideProperties;
import io.github.profileengine.operation.Operator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Profiles with a given number of {@linkplain WideProperties properties}. All values differ. The profiles are the same
 * in every JVM.
 */
final class Crowd {
    private static final int BATCH = 500;

    private final int properties;
    private final int profiles;
    private final WideProperties wide;

    Crowd(int properties) {
        this.properties = properties;
        this.wide = new WideProperties(properties);
        // The number of properties in all is about the same, but there are at most a million profiles.
        this.profiles = Math.min(1_000_000, 12_000_000 / properties);
    }

    int profiles() {
        return profiles;
    }

    void fill(Store store) {
        for (int from = 0; from < profiles; from += BATCH) {
            Edit[] batch = new Edit[Math.min(profiles - from, BATCH)];
            for (int at = 0; at < batch.length; at++) {
                batch[at] = made(from + at);
            }
            store.apply(batch, 0);
        }
    }

    private Edit made(int number) {
        String id = Population.id(number);
        Edit made = null;
        for (Map.Entry<String, Object> property : values(number).entrySet()) {
            made = new Edit(id, Operator.SET, property.getKey(), property.getValue(), made);
        }
        return Objects.requireNonNull(made);
    }

    /** The properties of a profile, without its automatic times. */
    Map<String, Object> values(int number) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int at = 0; at < wide.size(); at++) {
            values.put(wide.name(at), wide.value(at, 1_000_000_000L + (long) number * properties + at));
        }
        return values;
    }
}
