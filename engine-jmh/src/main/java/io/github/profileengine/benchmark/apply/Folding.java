package io.github.profileengine.benchmark.apply;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** The whole way from NDJSON to profiles. Automatic times are on, limits and strict rules off. */
interface Folding {
    /** What updates without a time get: 2024-01-01T00:00:00. */
    long CLOCK_SECONDS = 1_704_067_200L;

    /** A fresh store holding what the stream says, which is left open. */
    Object folded(InputStream ndjson);

    default Object folded(byte[] ndjson) {
        return folded(new ByteArrayInputStream(ndjson));
    }

    /** Tells every profile of such a store: the canonical text of its id, and its own; in any order. */
    void tell(Object store, BiConsumer<String, String> profiles);

    default NavigableMap<String, String> content(Object store) {
        NavigableMap<String, String> content = new TreeMap<>();
        tell(store, content::put);
        return content;
    }

    /** How many records such a store refused. */
    long rejected(Object store);
}
