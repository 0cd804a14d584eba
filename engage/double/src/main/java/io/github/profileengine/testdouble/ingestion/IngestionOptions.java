package io.github.profileengine.testdouble.ingestion;

import io.github.profileengine.wire.ReaderOptions;
import java.util.Set;

/**
 * How requests of SDKs are accepted. Immutable.
 *
 * @param reader the bounds of records, and whether all requests are validated strictly
 * @param failLoudly whether to answer 400 to a request with a failed record, and 401 for an unknown project, instead of
 *     200 and {@code 0} as the live service does
 * @param absentIpLocates whether the address of a request locates its updates if the parameter {@code ip} is absent, as
 *     on the live service
 * @param refuseGzip whether to refuse profile updates in a gzip body
 * @param trustForwardedFor whether {@code X-Forwarded-For} and {@code X-Real-IP} determine the address of a request
 * @param tokens the known projects; if empty, every project is known
 */
public record IngestionOptions(
        ReaderOptions reader,
        boolean failLoudly,
        boolean absentIpLocates,
        boolean refuseGzip,
        boolean trustForwardedFor,
        Set<String> tokens) {

    /** Answers like the live service, knows every project, and reads with the bounds of a request. */
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

    /** Whether updates of a project are accepted. */
    boolean knows(String token) {
        return tokens.isEmpty() || tokens.contains(token);
    }
}
