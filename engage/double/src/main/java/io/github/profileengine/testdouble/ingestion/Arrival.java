package io.github.profileengine.testdouble.ingestion;

import io.github.profileengine.profile.ProfileId;
import java.util.Set;

/** A payload that has been read but not applied yet. */
interface Arrival {
    /** The projects that its records refer to, as far as they could be read. */
    Set<String> tokens();

    /**
     * The profiles that applying it may change, by the ids that were sent and with aliases followed as they are now.
     */
    Set<ProfileId> profiles();

    /** Applies the payload. */
    Ingested ingest();

    /** Returns the records of the payload without applying any of them. */
    Ingested untouched();

    /** A payload that failed as a whole. */
    static Arrival failed(String fault) {
        return new Arrival() {
            @Override
            public Set<String> tokens() {
                return Set.of();
            }

            @Override
            public Set<ProfileId> profiles() {
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
