package io.github.profileengine.wire;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file that ends with a checksum. Each call of {@link #next} moves to the next line. The object also
 * provides the digest of all bytes before the current line, and holds only one line in memory. Not thread-safe.
 */
final class SealedLines {

    /** What {@link #next} found. */
    enum Found {
        LINE,
        TOO_LONG,
        END
    }

    /** The longest line that fits into the window at its largest size of a power of two, 1 GiB. */
    private static final int MOST_LINE_BYTES = (1 << 30) - 2;

    private final InputStream in;
    private final InputWindow window;
    private final WindowLines lines;
    private final int maxLineBytes;
    private final Sha256 digest = new Sha256();
    private boolean passedOver;
    private long start;
    private long end;
    private long number;

    SealedLines(InputStream in, ReaderOptions options) throws IOException {
        this.in = Gzip.inflated(in, options.maxInflatedBytes());
        this.window = new InputWindow(this.in);
        this.lines = new WindowLines(window);
        this.maxLineBytes = Math.min(options.maxTextBytes(), MOST_LINE_BYTES);
    }

    Found next() {
        if (!passedOver) {
            digest.update(window.bytes(), window.index(start), window.index(end));
        }
        start = end;
        number++;
        window.keepFrom(start);
        long found = lines.findEnd(start, start + maxLineBytes + 1);
        if (found < 0) {
            passedOver = true;
            lines.passOver(start);
            start = lines.passed();
            end = start;
            return Found.TOO_LONG;
        }
        end = found;
        return end == start ? Found.END : Found.LINE;
    }

    int maxLineBytes() {
        return maxLineBytes;
    }

    /** The number of the current line, from 1; after the last line, the number of lines plus one. */
    long number() {
        return number;
    }

    byte[] bytes() {
        return window.bytes();
    }

    int from() {
        return window.index(start);
    }

    /** The index after the line's last byte, without its line feed. */
    int to() {
        return window.index(end) - (hasLineEnd() ? 1 : 0);
    }

    /** Whether the line ends with a line feed. If not, the end of the input ends it. */
    boolean hasLineEnd() {
        return end > start && window.bytes()[window.index(end) - 1] == '\n';
    }

    /** The digest of all bytes before the current line; null if a line was skipped because it is too long. */
    @Nullable
    String digestBefore() {
        return passedOver ? null : digest.hex();
    }

    /** Why reading ended before the end of the input; null if it did not. */
    @Nullable
    IOException failure() {
        return window.failure();
    }

    void close() throws IOException {
        in.close();
    }
}
