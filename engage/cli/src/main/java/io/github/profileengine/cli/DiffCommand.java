package io.github.profileengine.cli;

import io.github.profileengine.diff.StateDiff;
import io.github.profileengine.snapshot.Snapshot;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code profile-engine diff}: prints the difference between two saved states. Holds both in memory. */
@Command(
        name = "diff",
        description = "Prints the changes from one saved state to another, alias by alias and profile by profile.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the states are equal",
            "1:they differ; the differences are printed",
            "2:bad argument, or a file that is no state, or was cut or altered"
        },
        footerHeading = "%nNotes:%n",
        footer = {
            "  Each line of NDJSON has the members that name the alias or profile, then \"change\": \"added\",",
            "  \"removed\" or \"changed\". A profile also has a \"patch\": JSON Patch (RFC 6902) for the object",
            "  of its properties, which is null where there is no profile. An alias that is mapped to",
            "  another id is removed and added.",
            "",
            "Examples:",
            "  profile-engine diff monday.ndjson.gz tuesday.ndjson.gz",
            "  profile-engine diff before.ndjson after.ndjson | grep '\"change\":\"removed\"'"
        })
final class DiffCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(names = "--quiet", description = "No summary; errors are still shown.")
    private boolean quiet;

    @Mixin
    private final FileBoundOptions bounds = new FileBoundOptions();

    @Parameters(
            paramLabel = "BEFORE",
            index = "0",
            description = "A saved state, plain or gzip. '-' is standard input.")
    private String before = "";

    @Parameters(paramLabel = "AFTER", index = "1", description = "The state to compare it with.")
    private String after = "";

    private final StandardStreams streams;
    private final StandardError errors;

    DiffCommand(StandardStreams streams, StandardError errors) {
        this.streams = streams;
        this.errors = errors;
    }

    @Override
    public Integer call() throws UnusableFileException {
        if (InputFile.areBothStandard(before, after)) {
            throw new ParameterException(spec.commandLine(), "both states are to be read from standard input");
        }
        Snapshot old = StateFile.load(before, streams.in(), bounds.readerOptions());
        StateDiff diff = StateDiff.between(old, StateFile.load(after, streams.in(), bounds.readerOptions()));
        try (OutputFile out = OutputFile.standard(streams.out())) {
            DiffLines.write(diff, out);
            out.commit();
        }
        if (!quiet) {
            errors.line("profiles: " + diff.added() + " added, " + diff.removed() + " removed, " + diff.changed()
                    + " changed; aliases: " + diff.addedAliases().size() + " added, "
                    + diff.removedAliases().size() + " removed");
        }
        return diff.isEmpty() ? ExitCode.OK : ExitCode.REJECTED;
    }
}
