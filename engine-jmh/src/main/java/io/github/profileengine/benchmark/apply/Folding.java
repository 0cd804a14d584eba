package io.github.profileengine.benchmark.apply;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The whole way from NDJSON to profiles. Automatic times are on; limits and strict rules are off. */
interface Folding {
    /** The time of updates without one: 2024-01-01T00:00:00. */
    long CLOCK_SECONDS = 1_704_067_200L;

    /** A new store with the updates of the stream. Implementations may close the stream. */
    Object folded(InputStream ndjson);

    default Object folded(byte[] ndjson) {
        return folded(new ByteArrayInputStream(ndjson));
    }

    /**
     * Passes each profile of such a store to {@code profiles}, in any order: the canonical texts of its id and of
     * itself.
     */
    void tell(Object store, BiConsumer<String, String> profiles);

    default NavigableMap<String, String> content(Object store) {
        NavigableMap<String, String> content = new TreeMap<>();
        tell(store, content::put);
        return content;
    }

    /** How many records such a store rejected. */
    long rejected(Object store);
}
