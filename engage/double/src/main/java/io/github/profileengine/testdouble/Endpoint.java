package io.github.profileengine.testdouble;

import io.github.profileengine.testdouble.exchange.WireHandler;
import io.github.profileengine.testdouble.ingestion.Ingestion;

/** The endpoints that SDKs write to. */
public enum Endpoint {
    /** User profiles. */
    ENGAGE("/engage"),
    /** Group profiles. */
    GROUPS("/groups"),
    /** Events. */
    TRACK("/track"),
    /** Events, imported. */
    IMPORT("/import");

    private final String path;

    Endpoint(String path) {
        this.path = path;
    }

    /** The path of the endpoint, below the prefix. */
    public String path() {
        return path;
    }

    WireHandler handler(Ingestion ingestion) {
        return switch (this) {
            case ENGAGE -> ingestion.users();
            case GROUPS -> ingestion.groups();
            case TRACK, IMPORT -> ingestion.events();
        };
    }
}
