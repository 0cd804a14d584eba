package io.github.profileengine.wire;

import io.github.profileengine.value.CanonicalText;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Writes the lines of a file whose last line holds a checksum of all bytes before it. Not thread-safe. */
final class SealedOutput {

    private final Sha256 digest = new Sha256();
    private final LineOutput lines;

    SealedOutput(OutputStream out) {
        this.lines = new LineOutput(new Digesting(out, digest));
    }

    /** Writes one line. {@code text} has no line end. */
    void line(String text) throws IOException {
        lines.line().append(text);
        lines.endLine();
    }

    /** Writes one line: an object in canonical text. */
    void line(Map<String, ?> members) throws IOException {
        CanonicalText.append(lines.line(), members);
        lines.endLine();
    }

    /** Writes the last two lines: the {@code $end} line with {@code content}, and the checksum. */
    void seal(Map<String, ?> content) throws IOException {
        line(Map.of(FileFormat.END, content));
        lines.flush();
        line(Map.of(FileFormat.SHA256, digest.hex()));
        lines.flush();
    }

    void flush() throws IOException {
        lines.flush();
    }

    void close() throws IOException {
        lines.close();
    }

    private static final class Digesting extends FilterOutputStream {

        private final Sha256 digest;

        Digesting(OutputStream out, Sha256 digest) {
            super(out);
            this.digest = digest;
        }

        @Override
        public void write(int oneByte) throws IOException {
            write(new byte[] {(byte) oneByte}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            digest.update(bytes, offset, offset + length);
            out.write(bytes, offset, length);
        }
    }
}
