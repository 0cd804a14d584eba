package io.github.profileengine.benchmark.footprint;

import io.github.profileengine.benchmark.store.Edit;
import io.github.profileengine.benchmark.store.Population;
import io.github.profileengine.benchmark.store.Store;
import io.github.profileengine.operation.Operator;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Profiles with a given number of properties, two of which are the automatic times. Of every ten others, four are texts
 * of some thirty units, four are integers and two are doubles. All values differ. The profiles are the same in every
 * JVM.
 */
final class Crowd {
    private static final int AUTOMATIC = 2;
    private static final int BATCH = 500;
    private static final int KINDS = 10;

    private final int properties;
    private final int profiles;
    // Instances that all profiles share, like the names from a decoder's symbol table.
    private final String[] names;

    Crowd(int properties) {
        this.properties = properties;
        this.names = new String[properties - AUTOMATIC];
        Arrays.setAll(names, at -> "property " + at);
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
        for (int at = 0; at < names.length; at++) {
            values.put(names[at], value(1_000_000_000L + (long) number * properties + at, at % KINDS));
        }
        return values;
    }

    private static Object value(long fresh, int kind) {
        if (kind < 4) {
            return "a text of some length " + fresh;
        }
        return kind < 8 ? (Object) fresh : (Object) (fresh + 0.5);
    }
}
