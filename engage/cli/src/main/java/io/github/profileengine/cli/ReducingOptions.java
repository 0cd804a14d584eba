package io.github.profileengine.cli;

import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.ReducerOptions;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options for how updates are applied. */
final class ReducingOptions {

    @Option(
            names = "--limits",
            description = "Apply the documented limits: cut long names and texts, reject what is still too large.")
    private boolean limits;

    @Option(names = "--no-automatic", description = "Write neither $created nor $last_seen.")
    private boolean noAutomatic;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            converter = InstantText.class,
            description = "The time of updates without $time, such as 2026-01-31T12:00:00Z (default: now).")
    private @Nullable Instant now;

    ReducerOptions reducerOptions() {
        return ReducerOptions.defaults()
                .withLimits(limits ? Limits.DOCUMENTED : Limits.OFF)
                .withAutomaticCreated(!noAutomatic)
                .withAutomaticLastSeen(!noAutomatic);
    }

    /** The fixed time; null to use the time of the system. */
    @Nullable
    Instant now() {
        return now;
    }
}
