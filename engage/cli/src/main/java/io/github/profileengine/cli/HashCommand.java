package io.github.profileengine.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code profile-engine hash}: checks saved states and prints their hashes, one for each line, as {@code sha256sum}
 * does. If one state cannot be used, the others are still hashed.
 */
@Command(
        name = "hash",
        description = "Checks saved states and prints the hash of each.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every state was whole and unaltered",
            "2:bad argument, or a file that is no state, or was cut or altered (the others were still hashed)"
        },
        footerHeading = "%nNotes:%n",
        footer = {
            "  Each line is HASH, two spaces, NAME. Equal states have equal hashes, whatever led to them.",
            "  States are written by 'apply --save' and 'replay --save'.",
            "",
            "Examples:",
            "  profile-engine hash monday.ndjson tuesday.ndjson.gz",
            "  zcat state.ndjson.gz | profile-engine hash"
        })
final class HashCommand implements Callable<Integer> {

    @Mixin
    private final FileBoundOptions bounds = new FileBoundOptions();

    @Parameters(
            paramLabel = "STATE",
            arity = "0..*",
            description = "A saved state, plain or gzip. '-' or no file at all is standard input.")
    private List<String> files = List.of();

    private final StandardStreams streams;
    private final StandardError errors;

    HashCommand(StandardStreams streams, StandardError errors) {
        this.streams = streams;
        this.errors = errors;
    }

    @Override
    public Integer call() throws UnusableFileException {
        int code = ExitCode.OK;
        try (OutputFile out = OutputFile.standard(streams.out())) {
            for (String name : files.isEmpty() ? List.of(InputFile.STANDARD_INPUT) : files) {
                try {
                    out.line(StateFile.hash(name, streams.in(), bounds.readerOptions()) + "  " + name);
                } catch (UnusableFileException problem) {
                    errors.error(problem);
                    code = ExitCode.FAILED;
                }
            }
            out.commit();
        }
        return code;
    }
}
