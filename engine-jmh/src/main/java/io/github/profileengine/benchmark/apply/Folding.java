package io.github.profileengine.benchmark.apply;

import java.util.SortedMap;

/** The whole way from NDJSON to profiles, on one thread. Automatic times are on, limits and strict rules off. */
interface Folding {
    /** What updates without a time get: 2024-01-01T00:00:00. */
    long CLOCK_SECONDS = 1_704_067_200L;

    /** A fresh store holding what the bytes say. */
    Object folded(byte[] ndjson);

    /** Every profile of such a store: canonical text by canonical text of its id. */
    SortedMap<String, String> content(Object store);

    /** How many records such a store refused. */
    long rejected(Object store);
}
