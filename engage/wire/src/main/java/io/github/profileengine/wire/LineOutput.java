package io.github.profileengine.wire;

import io.github.profileengine.profile.CanonicalRecord;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.value.CanonicalText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes lines of UTF-8 to a stream and buffers them into large writes. Not thread-safe. */
final class LineOutput {

    private static final int WRITTEN_AT_ONCE = 32 * 1024;

    private final OutputStream out;
    private final StringBuilder lines = new StringBuilder(WRITTEN_AT_ONCE * 2);

    LineOutput(OutputStream out) {
        this.out = out;
    }

    /** The buffer for the characters of the current line. */
    StringBuilder line() {
        return lines;
    }

    void endLine() throws IOException {
        lines.append('\n');
        if (lines.length() >= WRITTEN_AT_ONCE) {
            write();
        }
    }

    private void write() throws IOException {
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        lines.setLength(0);
    }

    void flush() throws IOException {
        write();
        out.flush();
    }

    void close() throws IOException {
        try (out) {
            write();
        }
    }

    /** Appends {@code "name":value}. */
    static StringBuilder member(StringBuilder line, String name, @Nullable Object value) {
        line.append('"').append(name).append("\":");
        CanonicalText.append(line, value);
        return line;
    }

    /** Appends the members that identify a profile. */
    static void target(StringBuilder line, ProfileId id) {
        CanonicalRecord.appendMembers(line, id);
    }
}
