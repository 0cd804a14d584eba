package io.github.profileengine.cli;

import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.store.ProfileEngineBuilder;
import io.github.profileengine.wire.FileProblem;
import io.github.profileengine.wire.LogReader;
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
 * {@code profile-engine replay}: applies a log to the state that it continues, prints the hash of the resulting state,
 * and compares it with the recorded hash. If the log turns out to be damaged, nothing is printed or saved.
 */
@Command(
        name = "replay",
        description = "Applies a log again, then prints and checks the hash of the resulting state.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the state is the one that was recorded (or the log does not say which)",
            "1:it is another one, or the log was cut or altered (with --lenient); printed and saved all the same",
            "2:bad argument, unusable log, or a state other than the one that the log continues"
        },
        footerHeading = "%nNotes:%n",
        footer = {
            "  Neither --shards nor --threads changes the result.",
            "",
            "Examples:",
            "  profile-engine replay log.ndjson",
            "  profile-engine replay --load monday.ndjson.gz --save tuesday.ndjson.gz log.ndjson.gz"
        })
final class ReplayCommand implements Callable<Integer> {

    private static final int MOST_SHARDS = 1_024;
    private static final int MOST_THREADS = 1_024;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = "--load",
            paramLabel = "STATE",
            description = "The state that the log continues; needed unless that state is empty.")
    private @Nullable String load;

    @Option(
            names = "--save",
            paramLabel = "STATE",
            description = "Save the resulting state to this file, as gzip if its name ends in .gz. It is replaced"
                    + " as a whole.")
    private @Nullable String save;

    @Option(
            names = "--shards",
            paramLabel = "N",
            description = "How many parts the engine has, 1 to 1024 (default: as many as fit the processors).")
    private @Nullable Integer shards;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads apply at once, 1 to 1024 (default: ${DEFAULT-VALUE}).")
    private int threads = 1;

    @Option(
            names = "--lenient",
            description = "If the log was cut or altered, replay everything before the first line that cannot be used.")
    private boolean lenient;

    @Option(names = "--quiet", description = "No progress, no summary; errors are still shown.")
    private boolean quiet;

    @Mixin
    private final FileBoundOptions bounds = new FileBoundOptions();

    @Parameters(
            paramLabel = "LOG",
            description = "A log, as 'apply --log' writes it, plain or gzip. '-' is standard input.")
    private String name = InputFile.STANDARD_INPUT;

    private final StandardStreams streams;
    private final StandardError errors;

    ReplayCommand(StandardStreams streams, StandardError errors) {
        this.streams = streams;
        this.errors = errors;
    }

    @Override
    public Integer call() throws UnusableFileException {
        checkArguments();
        try (OutputFile saved = save == null ? null : OutputFile.open(save, streams.out());
                OpenedLog log = OpenedLog.open(name, streams.in(), bounds.readerOptions(), lenient);
                ProfileEngine engine = engine(log)) {
            replay(log, engine);
            StateHash hash = saved == null ? engine.stateHash() : StateFile.write(engine.snapshot(), saved);
            if (saved != null) {
                saved.commit();
            }
            print(hash);
            return verdict(log.reader(), hash);
        }
    }

    private void replay(OpenedLog log, ProfileEngine engine) throws UnusableFileException {
        Tally tally = new Tally();
        Progress progress = new Progress(streams.terminal() && !quiet, tally::progress, errors, streams.nanoTime());
        new LogReplay(log, tally, progress).run(engine, threads);
        errors.finish();
        if (!quiet) {
            errors.line(tally.summary(engine.count(), progress.elapsedNanos()));
        }
    }

    private void checkArguments() {
        if (shards != null) {
            FileBoundOptions.checked(spec, "--shards", shards, MOST_SHARDS);
        }
        FileBoundOptions.checked(spec, "--threads", threads, MOST_THREADS);
        String clash = new OutputFiles().add("--save", save).clash();
        if (clash != null) {
            throw new ParameterException(spec.commandLine(), clash);
        } else if (InputFile.areBothStandard(name, load)) {
            throw new ParameterException(spec.commandLine(), "the log and --load both read standard input");
        } else if (save != null && OutputFile.isSame(save, OutputFile.STANDARD_OUTPUT)) {
            throw new ParameterException(spec.commandLine(), "--save leads to standard output, where the hash goes");
        } else if (save != null && OutputFiles.replaces(save, name)) {
            throw new ParameterException(spec.commandLine(), OutputFiles.replacing("--save", save, name));
        }
    }

    private ProfileEngine engine(OpenedLog log) throws UnusableFileException {
        LogStart start = LogStart.load(load, streams.in(), bounds.readerOptions());
        start.require(log);
        ProfileEngineBuilder builder =
                ProfileEngine.builder().options(log.reader().options()).state(start.state());
        return (shards == null ? builder : builder.shards(shards)).build();
    }

    private void print(StateHash hash) throws UnusableFileException {
        try (OutputFile out = OutputFile.standard(streams.out())) {
            out.line(hash.toString());
            out.commit();
        }
    }

    private int verdict(LogReader log, StateHash hash) {
        int code = ExitCode.OK;
        if (log.problem().isPresent()) {
            FileProblem problem = log.problem().get();
            errors.error(
                    name + ":" + problem.line() + ": " + problem.text() + "; everything usable before it was replayed");
            code = ExitCode.REJECTED;
        }
        if (log.end().isPresent() && !log.end().get().equals(hash)) {
            errors.error(name + ": the replayed state differs from the recorded one, whose hash is "
                    + log.end().get());
            code = ExitCode.REJECTED;
        }
        return code;
    }
}
