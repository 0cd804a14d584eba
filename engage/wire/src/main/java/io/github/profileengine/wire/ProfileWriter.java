package io.github.profileengine.wire;

import io.github.profileengine.profile.CanonicalRecord;
import io.github.profileengine.profile.Profile;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes profiles as NDJSON. A line is <code>{"$token":..,"$distinct_id":..,"$properties":{..}}</code>; a group has
 * {@code $group_key} and {@code $group_id} instead of the id. Every value is canonical text. Not thread-safe.
 */
public final class ProfileWriter implements AutoCloseable {

    private final LineOutput out;

    /** Writes to {@code out}, which {@link #close()} closes. */
    public ProfileWriter(OutputStream out) {
        this.out = new LineOutput(out);
    }

    /** The line of a profile, without its line end. */
    public static String line(Profile profile) {
        return CanonicalRecord.of(profile);
    }

    /** Writes one line, which may stay in memory until {@link #flush()}. */
    public void write(Profile profile) throws IOException {
        CanonicalRecord.append(out.line(), profile);
        out.endLine();
    }

    /** Writes all lines to the stream and flushes it. */
    public void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
