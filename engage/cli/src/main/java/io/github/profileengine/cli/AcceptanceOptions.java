package io.github.profileengine.cli;

import io.github.profileengine.testdouble.EngageDoubleBuilder;
import picocli.CommandLine.Option;

/** Options for what a double accepts from SDKs, and how it answers the rest. */
final class AcceptanceOptions {

    @Option(names = "--strict", description = "Judge every request strictly; its answer keeps the form it asks for.")
    private boolean strict;

    @Option(names = "--fail-loudly", description = "Answer bad data with 400 and an unknown project with 401.")
    private boolean failLoudly;

    @Option(names = "--refuse-gzip", description = "Refuse gzip on /engage and /groups; by default gzip is read.")
    private boolean refuseGzip;

    void applyTo(EngageDoubleBuilder builder) {
        builder.strict(strict).failLoudly(failLoudly).refuseGzip(refuseGzip);
    }
}
