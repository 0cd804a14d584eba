package io.github.profileengine.wire;

import io.github.profileengine.profile.Profile;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes profiles as NDJSON, each <code>{"$token":..,"$distinct_id":..,"$properties":{..}}</code>, or with
 * {@code $group_key} and {@code $group_id}; every value in canonical text. Not thread-safe.
 */
public final class ProfileWriter implements AutoCloseable {

    private final LineOutput out;

    /** Writes to {@code out}, which {@link #close()} closes. */
    public ProfileWriter(OutputStream out) {
        this.out = new LineOutput(out);
    }

    /** The line of a profile, without its end. */
    public static String line(Profile profile) {
        StringBuilder line = new StringBuilder();
        append(line, profile);
        return line.toString();
    }

    /** Writes one line, perhaps only at a later {@link #flush()}. */
    public void write(Profile profile) throws IOException {
        append(out.line(), profile);
        out.endLine();
    }

    private static void append(StringBuilder line, Profile profile) {
        line.append('{');
        LineOutput.target(line, profile.id());
        line.append(",\"$properties\":").append(profile.canonicalText()).append('}');
    }

    /** Hands everything on and flushes the stream. */
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
