package io.github.profileengine.wire;

import io.github.profileengine.location.Location;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.reducer.ResolvedLocation;
import io.github.profileengine.reducer.Update;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The line of an accepted update in a log. It has the Engage form, but the id is always the resolved one and the time
 * is always present. It may also have {@code $location}, which no client sends and no other reader accepts.
 */
final class AcceptedUpdate {

    private static final String LOCATION = "$location";
    private static final String CITY = "$city";
    private static final String REGION = "$region";
    private static final String COUNTRY_CODE = "$country_code";
    private static final String TIMEZONE = "$timezone";
    private static final String FROM_COORDINATES = "from_coordinates";

    private AcceptedUpdate() {}

    /** Throws {@code IllegalArgumentException} if the update is not accepted. */
    static void require(Update update) {
        if (!update.isAccepted()) {
            throw new IllegalArgumentException(
                    "an update that no engine has accepted cannot be logged: " + update.target());
        }
    }

    static String line(Update update) {
        require(update);
        Map<String, @Nullable Object> fields = UpdateWriter.fields(update);
        update.location().ifPresent(location -> fields.put(LOCATION, members(location)));
        return UpdateWriter.text(fields);
    }

    private static Map<String, Object> members(ResolvedLocation resolved) {
        Map<String, Object> members = new TreeMap<>();
        members.put(FROM_COORDINATES, resolved.fromCoordinates());
        Location location = resolved.location();
        putKnown(members, CITY, location.city());
        putKnown(members, REGION, location.region());
        putKnown(members, COUNTRY_CODE, location.countryCode());
        putKnown(members, TIMEZONE, location.timezone());
        return members;
    }

    private static void putKnown(Map<String, Object> members, String name, @Nullable String text) {
        if (text != null) {
            members.put(name, text);
        }
    }

    static Update read(LineMembers line) throws LineFault {
        RecordFields fields = new RecordFields();
        for (Map.Entry<String, @Nullable Object> member : line.all().entrySet()) {
            put(fields, member.getKey(), member.getValue());
        }
        DecodedRecord record = new RecordJudge(ReaderOptions.defaults()).judge(0, fields, false);
        if (record instanceof DecodedRecord.Invalid invalid) {
            throw new LineFault(invalid.message());
        }
        Update update = ((DecodedRecord.Valid) record).update();
        Instant time = update.time().orElseThrow(() -> new LineFault("$time, missing or empty"));
        return update.accepted(update.target(), time, line.has(LOCATION) ? location(line.object(LOCATION)) : null);
    }

    private static void put(RecordFields fields, String name, @Nullable Object value) throws LineFault {
        Object meaning = Field.meaning(name);
        if (meaning instanceof Operator operator) {
            fields.put(operator, value);
        } else if (meaning instanceof Field field) {
            fields.put(field, value);
        } else if (!name.equals(LOCATION)) {
            throw LineMembers.unknown(name);
        }
    }

    private static ResolvedLocation location(LineMembers members) throws LineFault {
        members.requireOnly(CITY, REGION, COUNTRY_CODE, TIMEZONE, FROM_COORDINATES);
        Location location = new Location(
                known(members, CITY), known(members, REGION), known(members, COUNTRY_CODE), known(members, TIMEZONE));
        return new ResolvedLocation(location, members.flag(FROM_COORDINATES));
    }

    private static @Nullable String known(LineMembers members, String name) throws LineFault {
        return members.has(name) ? members.anyText(name) : null;
    }
}
