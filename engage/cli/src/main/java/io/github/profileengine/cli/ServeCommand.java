package io.github.profileengine.cli;

import io.github.profileengine.testdouble.Endpoint;
import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.EngageDoubleBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code profile-engine serve}: runs the test double as a process. It opens all files before the port. The port file
 * appears only when the double accepts connections, after the file with the certificate.
 */
@Command(
        name = "serve",
        description = "Serves the Engage API to SDKs and keeps the profiles that they make.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it was stopped by a signal (SIGTERM, SIGINT), and saved what it was to save",
            "2:bad argument, or a port or file that cannot be used"
        },
        footerHeading = "%nNotes:%n",
        footer = {
            "  Bad data is answered as the live service does, with 200 and 0, unless --fail-loudly is given.",
            "  Read profiles at /api/query/engage; steer the double below /__double/, where a browser",
            "  finds the inspector: what came in, what it did and why, what the profiles are now.",
            "",
            "Examples:",
            "  profile-engine serve --open --demo",
            "  profile-engine serve --port 8080",
            "  profile-engine serve --port 0 --port-file port.txt --fail-loudly --token my-project",
            "  profile-engine serve --tls --tls-pem double.pem",
            "  profile-engine serve --load before.ndjson.gz --save after.ndjson.gz"
        })
final class ServeCommand implements Callable<Integer> {

    private static final String SAVE = "--save";
    private static final String PORT_FILE = "--port-file";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "The port; 0 picks a free one (default: ${DEFAULT-VALUE}).")
    private int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address or name to listen at (default: ${DEFAULT-VALUE}); 0.0.0.0 lets other machines in.")
    private String host = "127.0.0.1";

    @Option(
            names = PORT_FILE,
            paramLabel = "FILE",
            description = "Write the port to this file once connections are accepted; it is removed on a clean stop.")
    private @Nullable String portFile;

    @Option(
            names = "--prefix",
            paramLabel = "PATH",
            description = "A path prefix for the routes of the API, such as /proxy.")
    private String prefix = "";

    @Option(
            names = "--route",
            paramLabel = "PATH=ENDPOINT",
            description = "Serve one of engage, groups, track, import at this path too; may be repeated.")
    private Map<String, Endpoint> routes = Map.of();

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description = "Answer to this host name too, besides addresses, localhost, --host and the API's names.")
    private List<String> allowedHosts = List.of();

    @Mixin
    private final TlsOptions tls = new TlsOptions();

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            description = "Accept this project; may be repeated. Without it every project is accepted.")
    private List<String> tokens = List.of();

    @Option(
            names = "--project",
            paramLabel = "ID=TOKEN",
            description = "The project that a project_id of a read request means; may be repeated.")
    private Map<String, String> projects = Map.of();

    @Option(
            names = "--credentials-file",
            paramLabel = "FILE",
            description = "Require USER:PASSWORD, the first line of this file, to read profiles.")
    private @Nullable Path credentialsFile;

    @Mixin
    private final AcceptanceOptions acceptance = new AcceptanceOptions();

    @Option(
            names = "--locate-absent-ip",
            description = "Treat a request without ip= like ip=1, as the live service does.")
    private boolean locateAbsentIp;

    @Option(names = "--trust-forwarded-for", description = "Trust X-Forwarded-For and X-Real-IP.")
    private boolean trustForwardedFor;

    @Option(
            names = "--geoip-db",
            paramLabel = "FILE",
            description = "Look up the places of addresses in this MaxMind database (.mmdb).")
    private @Nullable Path geoipDatabase;

    @Option(
            names = "--faults",
            paramLabel = "FILE",
            description = "Start with the faults planned in this JSON file; see docs/DOUBLE.md.")
    private @Nullable Path faults;

    @Mixin
    private final ReducingOptions reducing = new ReducingOptions();

    @Option(
            names = "--load",
            paramLabel = "STATE",
            description = "Begin with the profiles and aliases of this state, plain or gzip.")
    private @Nullable String load;

    @Option(
            names = SAVE,
            paramLabel = "STATE",
            description = "Save all profiles and aliases to this file when stopped, as gzip if its name ends in .gz.")
    private @Nullable String save;

    @Mixin
    private final InspectorOptions inspector = new InspectorOptions();

    @Option(names = "--quiet", description = "Print no settings; errors are still shown.")
    private boolean quiet;

    @Mixin
    private final FileBoundOptions bounds = new FileBoundOptions();

    private final StandardStreams streams;
    private final StandardError errors;

    ServeCommand(StandardStreams streams, StandardError errors) {
        this.streams = streams;
        this.errors = errors;
    }

    @Override
    public Integer call() throws UnusableFileException {
        ServerBounds.set();
        inspector.checkWith(tls);
        refuse(RepeatedKeys.in(spec));
        bounds.refuseUnlessRead(load, FileBoundOptions.LINE_BYTES, FileBoundOptions.INFLATED_BYTES);
        checkOutputs();
        EngageDoubleBuilder builder = builder();
        int exitCode = ExitCode.FAILED;
        // Opened before signals are handled: opening a pipe may wait for its reader, and a signal must still end that
        // wait.
        OutputFiles outputs = outputs().open(streams.out());
        StopRequest stop = StopRequest.ofProcess();
        try {
            serve(builder, outputs, stop);
            exitCode = ExitCode.OK;
        } catch (UnusableFileException | RuntimeException | Error problem) {
            // Report the problem here, before done(): after that call, a process that was told to stop may end at any
            // moment.
            WorkErrors.tell(problem, errors);
        } finally {
            errors.finish();
            stop.done(exitCode);
        }
        return exitCode;
    }

    private OutputFiles outputs() {
        return new OutputFiles().add(SAVE, save).add(PORT_FILE, portFile).add(TlsOptions.PEM, tls.pem());
    }

    private void checkOutputs() {
        OutputFiles outputs = outputs();
        List<String> inputs = Stream.concat(
                        Stream.of(geoipDatabase, faults, credentialsFile)
                                .filter(Objects::nonNull)
                                .map(Path::toString),
                        tls.inputs())
                .toList();
        refuse(outputs.replacing(inputs, ""));
        refuse(load == null ? null : outputs.replacing(List.of(load), SAVE));
        refuse(outputs.add("the settings, which --quiet leaves out,", quiet ? null : OutputFile.STANDARD_OUTPUT)
                .clash());
    }

    private void refuse(@Nullable String problem) {
        if (problem != null) {
            throw new ParameterException(spec.commandLine(), problem);
        }
    }

    private void serve(EngageDoubleBuilder builder, OutputFiles opened, StopRequest stop) throws UnusableFileException {
        try (OutputFiles outputs = opened;
                EngageDouble engage = started(builder);
                PortFile file = new PortFile(outputs.get(PORT_FILE))) {
            TlsOptions.writePem(engage, outputs.get(TlsOptions.PEM));
            file.write(engage.port());
            if (!quiet) {
                new SdkSettings(engage, tokens, tls.pem(), credentialsFile != null)
                        .print(OutputFile.standard(streams.out()));
            }
            inspector.show(engage, errors);
            awaitStop(engage, stop);
            // Save first, so that the state is not lost if anything else fails.
            StateFile.save(engage.stop(), outputs.get(SAVE));
            file.remove();
        }
    }

    private void awaitStop(EngageDouble engage, StopRequest stop) {
        String token = tokens.isEmpty() ? "demo" : tokens.get(0);
        DemoTraffic traffic = inspector.startTraffic(engage, token);
        stop.await();
        if (traffic != null) {
            traffic.stop();
        }
    }

    private EngageDouble started(EngageDoubleBuilder builder) throws UnusableFileException {
        try {
            return builder.start();
        } catch (IOException problem) {
            throw new UnusableFileException("serve", problem);
        }
    }

    private EngageDoubleBuilder builder() throws UnusableFileException {
        EngageDoubleBuilder builder = checked()
                .options(reducing.reducerOptions())
                .absentIpLocates(locateAbsentIp)
                .trustForwardedFor(trustForwardedFor);
        acceptance.applyTo(builder);
        inspector.applyTo(builder);
        Instant now = reducing.now();
        if (now != null) {
            builder.stoppedAt(now);
        }
        if (credentialsFile != null) {
            Credentials.demand(builder, credentialsFile);
        }
        if (geoipDatabase != null) {
            builder.locator(ServerFiles.locator(geoipDatabase));
        }
        if (faults != null) {
            builder.faults(ServerFiles.plan(faults));
        }
        if (load != null) {
            builder.state(StateFile.load(load, streams.in(), bounds.readerOptions()));
        }
        tls.applyTo(spec, builder, host, allowedHosts);
        return builder;
    }

    private EngageDoubleBuilder checked() {
        try {
            EngageDoubleBuilder builder =
                    EngageDouble.builder().host(host).port(port).prefix(prefix).tokens(tokens);
            routes.forEach(builder::route);
            projects.forEach(builder::project);
            return builder.allowHost(allowedHosts.toArray(String[]::new));
        } catch (IllegalArgumentException problem) {
            throw new ParameterException(spec.commandLine(), String.valueOf(problem.getMessage()), problem);
        }
    }
}
