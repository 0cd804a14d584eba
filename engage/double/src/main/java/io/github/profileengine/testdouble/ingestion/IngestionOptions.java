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
 * @param refuseGzip whether updates of profiles in a gzip body are refused
 * @param trustForwardedFor whether {@code X-Forwarded-For} and {@code X-Real-IP} tell the address of a request
 * @param tokens the projects that are known; empty if every one is
 */
public record IngestionOptions(
        ReaderOptions reader,
        boolean failLoudly,
        boolean absentIpLocates,
        boolean refuseGzip,
        boolean trustForwardedFor,
        Set<String> tokens) {

    /** As the live service answers, every project being known, in records of the bounds of requests. */
    public static final IngestionOptions DEFAULTS = new IngestionOptions(
            ReaderOptions.defaults().withMaxRecordsPerText(ReaderOptions.RECORDS_PER_REQUEST),
            false,
            false,
            false,
            false,
            Set.of());

    /** Copies the tokens. */
    public IngestionOptions {
        tokens = Set.copyOf(tokens);
    }

    public IngestionOptions withStrict(boolean on) {
        return new IngestionOptions(
                reader.withStrict(on), failLoudly, absentIpLocates, refuseGzip, trustForwardedFor, tokens);
    }

    public IngestionOptions withFailLoudly(boolean on) {
        return new IngestionOptions(reader, on, absentIpLocates, refuseGzip, trustForwardedFor, tokens);
    }

    public IngestionOptions withAbsentIpLocates(boolean on) {
        return new IngestionOptions(reader, failLoudly, on, refuseGzip, trustForwardedFor, tokens);
    }

    public IngestionOptions withRefuseGzip(boolean on) {
        return new IngestionOptions(reader, failLoudly, absentIpLocates, on, trustForwardedFor, tokens);
    }

    public IngestionOptions withTrustForwardedFor(boolean on) {
        return new IngestionOptions(reader, failLoudly, absentIpLocates, refuseGzip, on, tokens);
    }

    public IngestionOptions withTokens(Set<String> known) {
        return new IngestionOptions(reader, failLoudly, absentIpLocates, refuseGzip, trustForwardedFor, known);
    }

    /** Whether updates of a project are taken. */
    boolean knows(String token) {
        return tokens.isEmpty() || tokens.contains(token);
    }
}
