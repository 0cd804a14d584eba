package io.github.profileengine.wire;

import io.github.profileengine.value.CanonicalText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a state or log as objects. In strict mode, each line must be complete and byte for byte what the writer
 * writes for its content. In lenient mode, any JSON with that content is accepted. Not thread-safe.
 */
final class FileLines {

    private final SealedLines lines;
    private final MemberReader members;
    private final boolean strict;
    private SealedLines.Found found = SealedLines.Found.END;
    private boolean endTold;

    /** Takes ownership of {@code in}, and closes it if the constructor fails. */
    FileLines(InputStream in, ReaderOptions options, boolean strict) throws IOException {
        try {
            this.lines = new SealedLines(in, options);
        } catch (IOException | RuntimeException | Error notBegun) {
            closeAfter(notBegun, in);
            throw notBegun;
        }
        this.members = new MemberReader(options);
        this.strict = strict;
    }

    private static void closeAfter(Throwable failure, InputStream in) {
        try {
            in.close();
        } catch (IOException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    boolean isStrict() {
        return strict;
    }

    /** Goes to the next line; false after the last. */
    boolean next() {
        found = lines.next();
        return found != SealedLines.Found.END;
    }

    /** The number of the current line, from 1; after the last line, the number of lines plus one. */
    long number() {
        return lines.number();
    }

    /** Reads the current line. */
    LineMembers read() throws IOException, LineFault {
        if (found == SealedLines.Found.TOO_LONG) {
            throw new LineFault("a line is longer than " + lines.maxLineBytes()
                    + " bytes, the most allowed here (maxTextBytes, --max-line-bytes)");
        } else if (!lines.hasLineEnd()) {
            return readUnfinished();
        }
        return members.read(lines.bytes(), lines.from(), lines.to());
    }

    private LineMembers readUnfinished() throws IOException, LineFault {
        FileProblem damage = failure();
        LineFault cut = new LineFault(damage == null ? "the file ends inside this line: it was cut" : damage.text());
        if (strict) {
            throw cut;
        }
        try {
            return members.read(lines.bytes(), lines.from(), lines.to());
        } catch (LineFault malformed) {
            endTold = true;
            throw cut;
        }
    }

    /**
     * Whether {@link #read} told of the last line why the file ends there, as {@link #failure} or {@link #cut} would.
     */
    boolean hasToldEnd() {
        return endTold;
    }

    /** Moves to the next line and reads it. Fails if there is none. */
    LineMembers readNext() throws IOException {
        if (!next()) {
            FileProblem damage = failure();
            throw new InvalidFileException(damage == null ? cut() : damage);
        }
        try {
            return read();
        } catch (LineFault fault) {
            throw invalid(fault);
        }
    }

    /** In strict mode, fails unless the current line is exactly this text. */
    void requireText(String canonical) throws LineFault {
        if (!strict) {
            return;
        }
        byte[] due = canonical.getBytes(StandardCharsets.UTF_8);
        int at = Arrays.mismatch(lines.bytes(), lines.from(), lines.to(), due, 0, due.length);
        if (at >= 0) {
            long column = Lines.column(lines.bytes(), lines.from(), lines.from() + at);
            throw new LineFault("not as this program writes it, from column " + column + " on");
        }
    }

    /** Fails unless the current line holds the checksum of all bytes before it. */
    void requireChecksum(LineMembers line) throws LineFault {
        line.requireOnly(FileFormat.SHA256);
        requireText(CanonicalText.of(line.all()));
        String due = lines.digestBefore();
        if (due != null && !line.text(FileFormat.SHA256).equals(due)) {
            throw new LineFault("the checksum does not match: this line or one before it was altered");
        }
    }

    /** The problem of a file that ends without its last line. */
    FileProblem cut() {
        return at("the file ends without its last line, " + FileFormat.SHA256 + ": it was cut");
    }

    /**
     * Why reading ended before the end of the file, if the content caused this; null if reading did not end early.
     * Throws any other failure.
     */
    @Nullable
    FileProblem failure() throws IOException {
        IOException failure = lines.failure();
        if (failure == null) {
            return null;
        } else if (failure instanceof DamagedGzipException || failure instanceof OversizedInputException) {
            return at(String.valueOf(failure.getMessage()));
        }
        throw failure;
    }

    FileProblem at(String problem) {
        return new FileProblem(lines.number(), problem);
    }

    InvalidFileException invalid(LineFault fault) {
        return new InvalidFileException(at(fault.problem()));
    }

    void close() throws IOException {
        lines.close();
    }
}
