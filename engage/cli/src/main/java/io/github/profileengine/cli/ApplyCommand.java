package io.github.profileengine.cli;

import io.github.profileengine.reducer.Limits;
import io.github.profileengine.store.ProfileEngine;
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
 * {@code profile-engine apply}: folds files of updates, in order, into one engine, and prints its profiles.
 *
 * <p>Every input and output is opened before anything is folded. The outcomes are complete before the first profile is
 * printed, so a reader who leaves early ({@code | head}) loses none of them. An input that turns out to be damaged ends
 * the reading there: what was read is a true beginning of the input, and its profiles are printed.
 */
@Command(
        name = "apply",
        description = "Folds updates, in order, into profiles and prints these.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every record was accepted (or there was none)",
            "1:at least one record or text was rejected; the rest was applied and printed",
            "2:bad argument, unreadable file, unwritable output, damaged or oversized gzip (what was read before it was"
                    + " still applied and printed); wins over 1"
        },
        footerHeading = "%nNotes:%n",
        footer = {
            "  Profiles go to standard output as NDJSON, sorted by token, users before groups, then id.",
            "  Rejected records go to standard error as FILE:INDEX: FIELD: message; INDEX starts at 0 per file.",
            "  A reader that leaves early (| head) is no failure and changes no exit code.",
            "",
            "Examples:",
            "  profile-engine apply updates.ndjson.gz",
            "  zcat day-*.gz | profile-engine apply --quiet --output profiles.ndjson",
            "  profile-engine apply --strict --limits --outcomes outcomes.ndjson first.json second.json",
            "  profile-engine apply --no-automatic --now 2026-01-31T12:00:00Z -"
        })
final class ApplyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = "--strict",
            description = "Reject also what is suspicious: junk ids, operands their operator cannot use, one property"
                    + " named by two operators, repeated JSON names.")
    private boolean strict;

    @Option(names = "--limits", description = "Apply the documented limits: cut long names and texts, reject the rest.")
    private boolean limits;

    @Option(names = "--no-automatic", description = "Write neither $created nor $last_seen.")
    private boolean noAutomatic;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            converter = InstantText.class,
            description = "The time of updates without $time, such as 2026-01-31T12:00:00Z (default: now).")
    private @Nullable Instant now;

    @Option(
            names = "--outcomes",
            paramLabel = "FILE",
            description = "Write what each operator did to each property to this file, as NDJSON.")
    private @Nullable String outcomes;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            description = "Print the profiles to this file instead of standard output. It is replaced at the end and"
                    + " as a whole, so it may be one of the inputs.")
    private String output = OutputFile.STANDARD_OUTPUT;

    @Option(names = "--quiet", description = "No progress, no summary; rejected records and errors are still told.")
    private boolean quiet;

    @Mixin
    private final BoundOptions bounds = new BoundOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Updates as JSON: one, a list of them, or any sequence of these, such as one a line; plain or"
                    + " gzip. '-' or no file at all is standard input.")
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
        if (outcomes != null && OutputFile.isSame(output, outcomes)) {
            throw new ParameterException(spec.commandLine(), "--output and --outcomes lead to one place: " + output);
        }
        Tally tally = new Tally();
        Progress progress = new Progress(streams.terminal() && !quiet, tally, errors, streams.nanoTime());
        try (InputFiles inputs = InputFiles.open(files, streams.in(), errors);
                OutputFile profilesFile = OutputFile.open(output, streams.out());
                OutputFile outcomesFile = outcomes == null ? null : OutputFile.open(outcomes, streams.out());
                ProfileEngine engine = engine()) {
            OutcomeLines lines = outcomesFile == null ? null : new OutcomeLines(outcomesFile);
            RecordApplication application = new RecordApplication(engine, tally, errors, lines);
            boolean complete = new UpdateFold(options, application, progress, errors).foldAll(inputs);
            if (lines != null) {
                lines.commit();
            }
            // Both streams may be one terminal, and the profiles must not begin behind the progress.
            errors.finish();
            ProfileLines.write(engine, profilesFile);
            if (!quiet) {
                errors.line(tally.summary(engine.count(), progress.elapsedNanos()));
            }
            return complete ? (tally.rejected() > 0 ? ExitCode.REJECTED : ExitCode.OK) : ExitCode.FAILED;
        }
    }

    private ProfileEngine engine() {
        return ProfileEngine.builder()
                .clock(now == null ? InstantSource.system() : InstantSource.fixed(now))
                .limits(limits ? Limits.DOCUMENTED : Limits.OFF)
                .strict(strict)
                .automaticCreated(!noAutomatic)
                .automaticLastSeen(!noAutomatic)
                .build();
    }
}
