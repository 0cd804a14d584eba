package io.github.profileengine.wire;

import io.github.profileengine.profile.CanonicalRecord;
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
        return CanonicalRecord.of(profile);
    }

    /** Writes one line, perhaps only at a later {@link #flush()}. */
    public void write(Profile profile) throws IOException {
        CanonicalRecord.append(out.line(), profile);
        out.endLine();
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
