package io.github.profileengine.testdouble.ingestion;

import io.github.profileengine.wire.ReaderOptions;
import java.util.Set;

/**
 * How requests of SDKs are taken. Immutable.
 *
 * @param reader the bounds of records, and whether every request is judged strictly
 * @param failLoudly whether a request with a failed record is answered with status 400, of an unknown project with 401,
 *     and not with 200 and {@code 0} as the live service does
 * @param absentIpLocates whether a request without the parameter {@code ip} locates by its address, as the live service
 *     does
 * @param trustForwardedFor whether {@code X-Forwarded-For} and {@code X-Real-IP} tell the address of a request
 * @param tokens the projects that are known; empty if every one is
 */
public record IngestionOptions(
        ReaderOptions reader,
        boolean failLoudly,
        boolean absentIpLocates,
        boolean trustForwardedFor,
        Set<String> tokens) {

    /** Copies the tokens. */
    public IngestionOptions {
        tokens = Set.copyOf(tokens);
    }

    /** Whether updates of a project are taken. */
    boolean knows(String token) {
        return tokens.isEmpty() || tokens.contains(token);
    }
}
