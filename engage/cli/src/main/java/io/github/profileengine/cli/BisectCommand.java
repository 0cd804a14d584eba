package io.github.profileengine.cli;

import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.wire.ReaderOptions;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code profile-engine bisect}: finds the first update in which two runs differ, and shows its effect in each of them.
 * It reads both logs twice: once to compare them, with only digests in memory, and once to show what was found.
 */
@Command(
        name = "bisect",
        description = "Finds the first update in which the logs of two runs differ.",
        mixinStandardHelpOptions = true,
        versionProvider = ToolVersion.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the logs agree",
            "1:they differ; the difference is printed",
            "2:bad argument, or a log that cannot be used"
        },
        footerHeading = "%nNotes:%n",
        footer = {
            "  Logs agree if they have the same aliases, clears and restored states in the same order,",
            "  and between these the same updates of each profile in the same order. Threads and shards",
            "  may differ. The first difference is the one that stands first in FIRST. Each update is",
            "  shown as FILE:LINE: JSON, with its profile before it and after it in each run.",
            "  'apply --log' writes the profiles of a batch in an order that differs from run to run.",
            "  So if several profiles differ near each other, any of them may be the first.",
            "",
            "Examples:",
            "  profile-engine bisect monday.log.gz again.log.gz",
            "  profile-engine bisect --load sunday.ndjson.gz monday.log.gz again.log.gz"
        })
final class BisectCommand implements Callable<Integer> {

    @Option(
            names = "--load",
            paramLabel = "STATE",
            description = "The state that both logs continue, so that its profiles can be shown.")
    private @Nullable String load;

    @Option(names = "--quiet", description = "No summary; errors are still shown.")
    private boolean quiet;

    @Mixin
    private final FileBoundOptions bounds = new FileBoundOptions();

    @Parameters(paramLabel = "FIRST", index = "0", description = "A log, as 'apply --log' writes it, plain or gzip.")
    private String firstName = "";

    @Parameters(paramLabel = "SECOND", index = "1", description = "The log to compare it with.")
    private String secondName = "";

    private final StandardStreams streams;
    private final StandardError errors;

    BisectCommand(StandardStreams streams, StandardError errors) {
        this.streams = streams;
        this.errors = errors;
    }

    @Override
    public Integer call() throws UnusableFileException {
        ReaderOptions options = bounds.readerOptions();
        try (OpenedLog first = OpenedLog.twice(firstName, options);
                OpenedLog second = OpenedLog.twice(secondName, options);
                OutputFile out = OutputFile.standard(streams.out())) {
            LogStart start = start(first, second);
            boolean agree = compareHeaders(first, second, out);
            LogSegments here = new LogSegments(first);
            LogSegments there = new LogSegments(second);
            LogDifference difference = new LogComparison(here, there).find();
            if (difference != null) {
                agree = false;
                report(difference, start, out);
            } else if (!compareEnds(first, second, out)) {
                agree = false;
            }
            out.commit();
            if (!quiet) {
                errors.line((agree ? "equal" : "different") + ": " + counts(here) + " in " + firstName + ", "
                        + counts(there) + " in " + secondName);
            }
            return agree ? ExitCode.OK : ExitCode.REJECTED;
        }
    }

    private static String counts(LogSegments log) {
        return Counted.of(log.updates(), "update") + " and "
                + Counted.of(log.barriers(), "other entry", "other entries");
    }

    /** The state that both logs continue; null if it is unknown. */
    private @Nullable LogStart start(OpenedLog first, OpenedLog second) throws UnusableFileException {
        LogStart start = LogStart.load(load, streams.in(), bounds.readerOptions());
        if (load != null) {
            start.require(first);
            start.require(second);
        }
        return start.isOf(first) && start.isOf(second) ? start : null;
    }

    private static boolean compareHeaders(OpenedLog first, OpenedLog second, OutputFile out)
            throws UnusableFileException {
        boolean sameStart = haveSameStart(first, second);
        boolean sameOptions = first.reader().options().equals(second.reader().options());
        if (sameStart && sameOptions) {
            return true;
        }
        String different = sameStart ? "options" : sameOptions ? "first states" : "options and first states";
        out.line("the " + different + " of the logs differ:");
        out.line(first.place(1) + ": " + first.reader().header());
        out.line(second.place(1) + ": " + second.reader().header());
        return false;
    }

    private static boolean haveSameStart(OpenedLog first, OpenedLog second) {
        return first.reader().start().equals(second.reader().start());
    }

    private static boolean compareEnds(OpenedLog first, OpenedLog second, OutputFile out) throws UnusableFileException {
        @Nullable StateHash here = first.reader().end().orElse(null);
        @Nullable StateHash there = second.reader().end().orElse(null);
        if (here == null || there == null || here.equals(there)) {
            return true;
        }
        out.line("every update agrees, but the states that came out differ:");
        out.line(first.place(first.line()) + ": " + here);
        out.line(second.place(second.line()) + ": " + there);
        return false;
    }

    private void report(LogDifference difference, @Nullable LogStart start, OutputFile out)
            throws UnusableFileException {
        ReaderOptions options = bounds.readerOptions();
        try (OpenedLog first = OpenedLog.twice(firstName, options);
                OpenedLog second = OpenedLog.twice(secondName, options)) {
            String unknown = "unknown: the logs continue "
                    + (haveSameStart(first, second) ? "a state that was not given with --load" : "different states");
            ProfileTrace here = new ProfileTrace(first, difference.target(), difference.first(), start, unknown);
            ProfileTrace there = new ProfileTrace(second, difference.target(), difference.second(), start, unknown);
            here.follow();
            there.follow();
            String placeHere = first.place(difference.first().line());
            String placeThere = second.place(difference.second().line());
            out.line(Counted.of(here.updatesBefore(), "update agrees", "updates agree") + ", then these differ:");
            out.line(placeHere + ": " + here.text());
            out.line(placeThere + ": " + there.text());
            if (difference.target() != null) {
                printProfiles(here, there, placeHere, placeThere, out);
            }
        }
    }

    private static void printProfiles(
            ProfileTrace here, ProfileTrace there, String placeHere, String placeThere, OutputFile out)
            throws UnusableFileException {
        if (here.before().equals(there.before())) {
            out.line("before: " + here.before());
        } else {
            // Happens only if the logs start with different options or states.
            out.line("before " + placeHere + ": " + here.before());
            out.line("before " + placeThere + ": " + there.before());
        }
        out.line("after " + placeHere + ": " + here.after());
        out.line("after " + placeThere + ": " + there.after());
    }
}
