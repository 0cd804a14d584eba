package io.github.profileengine.cli;

import io.github.profileengine.wire.workload.UpdateGenerator;
import io.github.profileengine.wire.workload.Workload;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code profile-engine generate}: generates updates for load tests and measurements, one for each line. */
@Command(
        name = "generate",
        description = "Generates updates and prints them as NDJSON, for 'apply' and for load tests.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything was written", "2:bad argument or unwritable output"},
        footerHeading = "%nNotes:%n",
        footer = {
            "  Every update has one operator and a $time. 'apply' rejects none of them, unless --limits is",
            "  given and a profile outgrows a limit.",
            "  Users are user-1, user-2 and so on; with zipf user-1 is the most frequent.",
            "  An operator finds only values that it can work on.",
            "  A reader that stops early (| head) is no failure and does not change the exit code.",
            "",
            "Examples:",
            "  profile-engine generate --profiles 1000 --updates 10000 | profile-engine apply",
            "  profile-engine generate --profiles 1000000 --updates 5000000 --seed 7 --output updates.ndjson.gz",
            "  profile-engine generate --profiles 1000 --updates 10000 --distribution zipf --mix set=60,add=40"
        })
final class GenerateCommand implements Callable<Integer> {

    /** How many updates to write before checking the time and whether the reader of a pipe has gone. */
    private static final long STEP = 1_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(names = "--updates", paramLabel = "N", required = true, description = "How many updates to write.")
    private long updates;

    @Mixin
    private final WorkloadOptions options = new WorkloadOptions();

    @Option(
            names = ApplyOutputs.OUTPUT,
            paramLabel = "FILE",
            description = "Write to this file instead of standard output, as gzip if its name ends in .gz. It appears"
                    + " at the end and as a whole.")
    private String output = OutputFile.STANDARD_OUTPUT;

    @Option(names = "--quiet", description = "No progress, no summary; errors are still shown.")
    private boolean quiet;

    private final StandardStreams streams;
    private final StandardError errors;
    private long written;

    GenerateCommand(StandardStreams streams, StandardError errors) {
        this.streams = streams;
        this.errors = errors;
    }

    @Override
    public Integer call() throws UnusableFileException {
        FileBoundOptions.checked(spec, "--updates", updates, Long.MAX_VALUE);
        Workload workload = options.workload();
        String clash = new OutputFiles().add(ApplyOutputs.OUTPUT, output).clash();
        if (clash != null) {
            throw new ParameterException(spec.commandLine(), clash);
        }
        // On the same terminal, progress and updates would overwrite each other.
        boolean alone = !(streams.terminalOut() && OutputFile.isSame(output, OutputFile.STANDARD_OUTPUT));
        Progress progress =
                new Progress(streams.terminal() && alone && !quiet, this::progress, errors, streams.nanoTime());
        try (OutputFile file = OutputFile.open(output, streams.out())) {
            write(new UpdateGenerator(workload), file, progress);
            file.commit();
        }
        errors.finish();
        if (!quiet) {
            errors.line(progress(progress.elapsedNanos()));
        }
        return ExitCode.OK;
    }

    private void write(UpdateGenerator generator, OutputFile file, Progress progress) throws UnusableFileException {
        try (OutputStream out = file.encoded()) {
            while (written < updates && !file.isAbandoned()) {
                long step = Math.min(STEP, updates - written);
                generator.write(out, step);
                written += step;
                progress.show();
            }
        } catch (IOException problem) {
            throw new UnusableFileException(file.name(), problem);
        }
    }

    private String progress(long elapsedNanos) {
        return String.format(Locale.ROOT, "%s, %.1f seconds", Counted.of(written, "update"), elapsedNanos / 1e9);
    }
}
