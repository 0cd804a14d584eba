package io.github.profileengine.wire;

import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.value.CanonicalText;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads whole states as {@link StateWriter} writes them, plain or gzip. Memory is bounded by the state itself and the
 * longest line, which {@link ReaderOptions#maxTextBytes} bounds. Values may nest up to {@link ReaderOptions#maxNesting}
 * levels.
 *
 * <p>Reading is all or nothing: {@link #read} returns a state only if the file is, byte for byte, what the writer
 * writes for that state. It refuses whatever was cut, altered, moved, repeated or added, and names the line. The
 * checksum proves that nothing was damaged, but not who wrote the file.
 */
public final class StateReader {

    private final FileLines lines;
    private final StateBody body;
    private final @Nullable Consumer<? super FileProblem> problems;
    private boolean ended;
    private boolean sealed;

    private StateReader(FileLines lines, StateBody body, @Nullable Consumer<? super FileProblem> problems) {
        this.lines = lines;
        this.body = body;
        this.problems = problems;
    }

    /**
     * Reads a state.
     *
     * @param in read to its end and closed
     * @param options see {@link ReaderOptions#fileDefaults}
     * @throws InvalidFileException if it is no state, or not a whole and unaltered one
     * @throws IOException if reading failed
     */
    public static Snapshot read(InputStream in, ReaderOptions options) throws IOException {
        return readAll(new FileLines(in, options, true), new StateBody(true, true), null)
                .state();
    }

    /**
     * The hash of a state. Reads and checks the state as {@link #read} does, but keeps only its aliases and one line in
     * memory.
     */
    public static StateHash hash(InputStream in, ReaderOptions options) throws IOException {
        return readAll(new FileLines(in, options, true), new StateBody(true, false), null)
                .hash();
    }

    /**
     * Reads what can be read of a damaged state. Lines without usable content are skipped. Order, exact text, first
     * line, last lines and checksum may be wrong. If two lines describe the same profile or alias, the first one
     * counts.
     *
     * @param problems receives everything that could not be read, in the order of the file, on this thread; an order or
     *     spelling that is not canonical is not reported
     * @throws IOException if reading failed
     */
    public static Snapshot readLeniently(InputStream in, ReaderOptions options, Consumer<? super FileProblem> problems)
            throws IOException {
        return readAll(new FileLines(in, options, false), new StateBody(false, true), problems)
                .state();
    }

    private static StateBody readAll(FileLines lines, StateBody body, @Nullable Consumer<? super FileProblem> problems)
            throws IOException {
        try {
            new StateReader(lines, body, problems).readLines();
            return body;
        } finally {
            lines.close();
        }
    }

    private void readLines() throws IOException {
        while (lines.next()) {
            try {
                accept(lines.read());
            } catch (LineFault fault) {
                boolean first = lines.number() == 1;
                tell(lines.at(first ? FileFormat.foreign(FileFormat.STATE, fault) : fault.problem()));
            }
        }
        FileProblem failure = lines.failure();
        if (lines.hasToldEnd()) {
            return;
        } else if (failure != null) {
            tell(failure);
        } else if (lines.number() == 1) {
            tell(lines.at("an empty file"));
        } else if (!sealed) {
            tell(lines.cut());
        }
    }

    private void tell(FileProblem problem) throws InvalidFileException {
        if (problems == null) {
            throw new InvalidFileException(problem);
        }
        problems.accept(problem);
    }

    private void accept(LineMembers line) throws IOException, LineFault {
        if (lines.number() == 1) {
            header(line);
            return;
        }
        boolean isChecksum = line.has(FileFormat.SHA256);
        if (sealed || ended && !isChecksum) {
            tell(lines.at("something follows the " + (sealed ? "checksum" : "end")));
        }
        if (isChecksum) {
            checksum(line);
        } else if (line.has(FileFormat.END)) {
            end(line);
        } else {
            body.accept(line, lines);
        }
    }

    private void header(LineMembers line) throws IOException, LineFault {
        try {
            FileFormat.checkHeader(line, FileFormat.STATE);
            lines.requireText(CanonicalText.of(FileFormat.stateHeader()));
        } catch (LineFault fault) {
            tell(lines.at(fault.problem()));
            // A state that lost its first line begins with a line of its body.
            if (!line.has(FileFormat.STATE)) {
                body.accept(line, lines);
            }
        }
    }

    private void end(LineMembers line) throws IOException, LineFault {
        ended = true;
        line.requireOnly(FileFormat.END);
        lines.requireText(CanonicalText.of(line.all()));
        LineMembers end = line.object(FileFormat.END);
        end.requireOnly(StateWriter.ALIASES, StateWriter.PROFILES, FileFormat.STATE_HASH);
        check(() -> FileFormat.requireCount(end, StateWriter.ALIASES, body.aliases()));
        check(() -> FileFormat.requireCount(end, StateWriter.PROFILES, body.profiles()));
        check(() -> requireHash(end));
    }

    private void checksum(LineMembers line) throws IOException, LineFault {
        if (!ended) {
            tell(lines.at("the checksum before the end, " + FileFormat.END));
        }
        sealed = true;
        lines.requireChecksum(line);
    }

    /**
     * Reports a fault and continues, because one line may have several faults and a lenient reader must report all of
     * them.
     */
    private void check(Check check) throws IOException {
        try {
            check.run();
        } catch (LineFault fault) {
            tell(lines.at(fault.problem()));
        }
    }

    private void requireHash(LineMembers end) throws LineFault {
        String found = body.hash().toString();
        if (!end.text(FileFormat.STATE_HASH).equals(found)) {
            throw new LineFault("the state hash does not match: that of the lines read is " + found);
        }
    }

    @FunctionalInterface
    private interface Check {
        void run() throws LineFault;
    }
}
