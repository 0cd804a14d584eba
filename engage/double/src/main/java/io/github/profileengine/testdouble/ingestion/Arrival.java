package io.github.profileengine.testdouble.ingestion;

import java.util.Set;

/** A payload that has been read, and of which nothing is applied yet. */
interface Arrival {
    /** The projects that its records speak of, as far as they could be read. */
    Set<String> tokens();

    /** Applies it. */
    Ingested ingest();

    /** Tells its records and applies none of them. */
    Ingested untouched();

    /** A payload that cannot be read as a whole. */
    static Arrival failed(String fault) {
        return new Arrival() {
            @Override
            public Set<String> tokens() {
                return Set.of();
            }

            @Override
            public Ingested ingest() {
                return Ingested.failed(fault);
            }

            @Override
            public Ingested untouched() {
                return Ingested.failed(fault);
            }
        };
    }
}
