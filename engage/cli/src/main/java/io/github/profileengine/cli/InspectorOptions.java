package io.github.profileengine.cli;

import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.EngageDoubleBuilder;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options for people who use the inspector of a double. */
final class InspectorOptions {

    private static final String JOURNAL_REQUESTS = "--journal-requests";
    private static final String JOURNAL_BYTES = "--journal-bytes";
    /** The part of the heap for the journal is one divided by this; the profiles need the rest. */
    private static final int JOURNAL_PART = 4;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec command;

    @Option(names = "--open", description = "Open the inspector, a page of the double, in the browser.")
    private boolean open;

    @Option(names = "--demo", description = "Feed live sample traffic, to have something to look at; not with --tls.")
    private boolean demo;

    @Option(
            names = JOURNAL_REQUESTS,
            paramLabel = "N",
            description = "How many of the latest requests to keep for the inspector (default: ${DEFAULT-VALUE}).")
    private long requests = 100_000;

    @Option(
            names = JOURNAL_BYTES,
            paramLabel = "N",
            description = "About how many bytes these may take (default: a quarter of the heap).")
    private @Nullable Long bytes;

    void checkWith(TlsOptions tls) {
        if (demo && tls.isOn()) {
            throw new ParameterException(command.commandLine(), "--demo sends plain HTTP, so not with --tls");
        }
    }

    void applyTo(EngageDoubleBuilder builder) {
        builder.journal(
                (int) FileBoundOptions.checked(command, JOURNAL_REQUESTS, requests, Integer.MAX_VALUE),
                bytes == null
                        ? Runtime.getRuntime().maxMemory() / JOURNAL_PART
                        : FileBoundOptions.checked(command, JOURNAL_BYTES, bytes, Long.MAX_VALUE));
    }

    /** Opens the inspector in the browser, if that was requested. */
    void show(EngageDouble engage, StandardError errors) {
        URI page = BrowserStart.inspector(engage.uri());
        if (open) {
            BrowserStart.show(page, () -> errors.error("no browser could be started; the inspector is at " + page));
        }
    }

    /** Starts the sample traffic, if it was requested; else returns null. */
    @Nullable
    DemoTraffic startTraffic(EngageDouble engage, String token) {
        return demo ? DemoTraffic.start(engage.uri(), token) : null;
    }
}
