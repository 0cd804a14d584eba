package io.github.profileengine.wire;

import io.github.profileengine.location.Coordinates;
import io.github.profileengine.operation.Operation;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes updates as NDJSON in the Engage form, every line in canonical text. Reading a line gives an equal update,
 * unless the update was accepted: this form has no field for the acceptance and for a location found with it. Not
 * thread-safe.
 */
public final class UpdateWriter implements AutoCloseable {

    private final LineOutput out;

    /** Writes to {@code out}, which {@link #close()} closes. */
    public UpdateWriter(OutputStream out) {
        this.out = new LineOutput(out);
    }

    /** The line of an update, without its line end. */
    public static String line(Update update) {
        return text(fields(update));
    }

    /** Writes one line, which may stay in memory until {@link #flush()}. */
    public void write(Update update) throws IOException {
        out.line().append(line(update));
        out.endLine();
    }

    /**
     * Writes fields as one object. Each value is written on its own, so that an operand may nest as deep as any value.
     */
    static String text(Map<String, @Nullable Object> fields) {
        StringBuilder line = new StringBuilder();
        fields.forEach((name, value) -> LineOutput.member(line.append(line.isEmpty() ? '{' : ','), name, value));
        return line.append('}').toString();
    }

    /** The fields of an update, by name. */
    static Map<String, @Nullable Object> fields(Update update) {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        ProfileId target = update.target();
        fields.put(Field.TOKEN.wireName(), target.token());
        fields.put((target.isGroup() ? Field.GROUP_ID : Field.DISTINCT_ID).wireName(), target.id());
        target.groupKey().ifPresent(key -> fields.put(Field.GROUP_KEY.wireName(), key));
        for (Operation operation : update.operations()) {
            fields.put(operation.operator().symbol(), operation.operand());
        }
        // Both forms of a time keep the nanoseconds; people can read this one.
        update.time().ifPresent(time -> fields.put(Field.TIME.wireName(), time.toString()));
        putFlag(fields, Field.IGNORE_TIME, update.ignoreTime());
        putFlag(fields, Field.IGNORE_ALIAS, update.ignoreAlias());
        update.ip().ifPresent(ip -> fields.put(Field.IP.wireName(), ip));
        update.coordinates().ifPresent(coordinates -> putCoordinates(fields, coordinates));
        return fields;
    }

    private static void putFlag(Map<String, @Nullable Object> fields, Field field, boolean set) {
        if (set) {
            fields.put(field.wireName(), true);
        }
    }

    private static void putCoordinates(Map<String, @Nullable Object> fields, Coordinates coordinates) {
        fields.put(Field.LATITUDE.wireName(), coordinates.latitude());
        fields.put(Field.LONGITUDE.wireName(), coordinates.longitude());
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
