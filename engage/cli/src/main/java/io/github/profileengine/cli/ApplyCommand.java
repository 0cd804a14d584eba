package io.github.profileengine.cli;

import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.store.ProfileEngineBuilder;
import io.github.profileengine.wire.ReaderOptions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code profile-engine apply}: applies files of updates, in order, to one engine, and prints its profiles.
 *
 * <p>All inputs and outputs are opened before any update is applied. The outcomes are complete before the first profile
 * is printed, so a reader that leaves early ({@code | head}) loses none of them. Reading ends at the first damaged
 * input. Everything before the damage has been applied, and the resulting profiles are printed.
 */
@Command(
        name = "apply",
        description = "Applies updates in order and prints the resulting profiles.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every record was accepted (or there was none)",
            "1:at least one record or text was rejected; the rest was applied and printed",
            "2:bad argument, unreadable file, unwritable output, damaged or oversized gzip (what was read before it was"
                    + " applied and printed, but not saved or logged, and no input was replaced); takes precedence"
                    + " over 1"
        },
        footerHeading = "%nNotes:%n",
        footer = {
            "  Profiles go to standard output as NDJSON, sorted by token, users before groups, then id.",
            "  Rejected records go to standard error as FILE:INDEX: FIELD: message.",
            "  INDEX counts the records of a file from 0.",
            "  A malformed text is rejected with the line on which it began, and reading resumes at the",
            "  next line. So in NDJSON the other records survive. If a list over several lines is broken,",
            "  those of its records that are lines by themselves apply.",
            "  A reader that stops early (| head) is no failure and does not change the exit code.",
            "",
            "Examples:",
            "  profile-engine apply updates.ndjson.gz",
            "  zcat day-*.gz | profile-engine apply --quiet --output profiles.ndjson",
            "  profile-engine apply --strict --limits --outcomes outcomes.ndjson first.json second.json",
            "  profile-engine apply --no-automatic --now 2026-01-31T12:00:00Z -",
            "  profile-engine apply --load monday.ndjson.gz --save tuesday.ndjson.gz tuesday/*.json",
            "  profile-engine apply --save state.ndjson.gz --log log.ndjson.gz updates.ndjson.gz"
        })
final class ApplyCommand implements Callable<Integer> {

    private static final String LOAD = "--load";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = "--strict",
            description = "Also reject what is suspicious: junk ids, operands their operator cannot use, a property"
                    + " named by two operators, repeated JSON names.")
    private boolean strict;

    @Mixin
    private final ReducingOptions reducing = new ReducingOptions();

    @Option(
            names = LOAD,
            paramLabel = "STATE",
            description = "Begin with the profiles and aliases of this state, as --save writes it, plain or gzip.")
    private @Nullable String load;

    @Option(
            names = ApplyOutputs.SAVE,
            paramLabel = "STATE",
            description = "Save all profiles and aliases to this file at the end, as gzip if its name ends in .gz. It"
                    + " is replaced as a whole, so it may be the one that was loaded.")
    private @Nullable String save;

    @Option(
            names = ApplyOutputs.LOG,
            paramLabel = "LOG",
            description = "Log everything that is applied to this file, as gzip if its name ends in .gz, for 'replay'"
                    + " and 'bisect'.")
    private @Nullable String log;

    @Option(
            names = ApplyOutputs.OUTCOMES,
            paramLabel = "FILE",
            description = "Write what each operator did to each property to this file, as NDJSON, as gzip if its name"
                    + " ends in .gz.")
    private @Nullable String outcomes;

    @Option(
            names = ApplyOutputs.OUTPUT,
            paramLabel = "FILE",
            description = "Print the profiles to this file instead of standard output, as gzip if its name ends in .gz."
                    + " It is replaced at the end and as a whole, so it may be one of the inputs.")
    private String output = OutputFile.STANDARD_OUTPUT;

    @Option(names = "--quiet", description = "No progress, no summary; rejected records and errors are still shown.")
    private boolean quiet;

    @Mixin
    private final BoundOptions bounds = new BoundOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description =
                    "Updates as JSON: one update, a list, or a sequence of both, each starting on a new line; plain"
                            + " or gzip. '-' or no file means standard input.")
    private List<String> files = List.of();

    private final StandardStreams streams;
    private final StandardError errors;

    ApplyCommand(StandardStreams streams, StandardError errors) {
        this.streams = streams;
        this.errors = errors;
    }

    @Override
    public Integer call() throws UnusableFileException {
        ReaderOptions options = bounds.readerOptions(strict);
        ReaderOptions stateOptions = bounds.fileOptions(load);
        OutputFiles outputs = new OutputFiles()
                .add(ApplyOutputs.OUTPUT, output)
                .add(ApplyOutputs.OUTCOMES, outcomes)
                .add(ApplyOutputs.SAVE, save)
                .add(ApplyOutputs.LOG, log);
        List<String> inputNames = files.isEmpty() ? List.of(InputFile.STANDARD_INPUT) : files;
        refuse(outputs.clash());
        refuse(outputs.replacing(inputNames, ApplyOutputs.OUTPUT));
        refuse(load == null ? null : outputs.replacing(List.of(load), ApplyOutputs.SAVE));
        if (inputNames.stream().anyMatch(name -> InputFile.areBothStandard(name, load))) {
            refuse(LOAD + " and the updates both read standard input");
        }
        try (InputFiles inputs = InputFiles.open(files, streams.in(), errors);
                outputs) {
            outputs.open(streams.out());
            try (ProfileEngine engine = engine(stateOptions);
                    ApplyOutputs results = new ApplyOutputs(engine, reducerOptions(), outputs, errors)) {
                boolean ontoInput = outputs.replacing(inputNames, "") != null;
                return fold(inputs, options, engine, results, ontoInput);
            }
        }
    }

    private int fold(
            InputFiles inputs, ReaderOptions options, ProfileEngine engine, ApplyOutputs results, boolean ontoInput)
            throws UnusableFileException {
        Tally tally = new Tally();
        Progress progress = new Progress(streams.terminal() && !quiet, tally::progress, errors, streams.nanoTime());
        RecordApplication application = new RecordApplication(engine, tally, errors, results);
        boolean complete = new UpdateFold(options, application, progress, errors).foldAll(inputs);
        results.commit(complete, ontoInput);
        if (!quiet) {
            errors.line(tally.summary(engine.count(), progress.elapsedNanos()));
        }
        return complete ? (tally.rejected() > 0 ? ExitCode.REJECTED : ExitCode.OK) : ExitCode.FAILED;
    }

    private void refuse(@Nullable String problem) {
        if (problem != null) {
            throw new ParameterException(spec.commandLine(), problem);
        }
    }

    private ReducerOptions reducerOptions() {
        return reducing.reducerOptions().withStrict(strict);
    }

    private ProfileEngine engine(ReaderOptions stateOptions) throws UnusableFileException {
        Instant now = reducing.now();
        ProfileEngineBuilder engine = ProfileEngine.builder()
                .clock(now == null ? InstantSource.system() : InstantSource.fixed(now))
                .options(reducerOptions());
        return load == null
                ? engine.build()
                : engine.state(StateFile.load(load, streams.in(), stateOptions)).build();
    }
}
