package io.github.profileengine.reducer;

import io.github.profileengine.location.Location;
import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.ReservedProperty;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ProfileEditor;
import io.github.profileengine.representation.UtcSecond;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The properties that the engine writes by itself. They are ordinary properties in every other respect. */
final class AutomaticProperties {
    /** The value of {@code $geo_source} for a location that was found from coordinates. */
    static final String FROM_COORDINATES = "reverse_geocoding";

    private static final Name CREATED = Name.of(ReservedProperty.CREATED);
    private static final Name LAST_SEEN = Name.of(ReservedProperty.LAST_SEEN);
    private static final Name CITY = Name.of(ReservedProperty.CITY);
    private static final Name REGION = Name.of(ReservedProperty.REGION);
    private static final Name COUNTRY_CODE = Name.of(ReservedProperty.COUNTRY_CODE);
    private static final Name TIMEZONE = Name.of(ReservedProperty.TIMEZONE);
    private static final Name GEO_SOURCE = Name.of(ReservedProperty.GEO_SOURCE);

    private AutomaticProperties() {}

    /** Stages the location, before the operators: a {@code $set} that leaves out what the update itself writes. */
    static void stageLocation(ProfileEditor editor, Update update) {
        ResolvedLocation found = update.locationOrNull();
        if (found == null) {
            return;
        }
        Operation set = update.operation(Operator.SET);
        Operation setOnce = update.operation(Operator.SET_ONCE);
        if (set == null && setOnce == null) {
            return;
        }
        Location location = found.location();
        stage(editor, set, setOnce, CITY, location.city());
        stage(editor, set, setOnce, REGION, location.region());
        stage(editor, set, setOnce, COUNTRY_CODE, location.countryCode());
        stage(editor, set, setOnce, TIMEZONE, location.timezone());
        stage(editor, set, setOnce, GEO_SOURCE, found.fromCoordinates() ? FROM_COORDINATES : null);
    }

    private static void stage(
            ProfileEditor editor,
            @Nullable Operation set,
            @Nullable Operation setOnce,
            Name name,
            @Nullable String value) {
        if (value != null && !names(set, name) && !names(setOnce, name)) {
            stageUnlessSame(editor, name, value);
        }
    }

    /**
     * Stages the times on a profile that exists, after the operators: {@code $created} if it is new, and
     * {@code $last_seen}.
     *
     * @param acceptedSecond the second of acceptance as text, for an update without a time; null if nobody accepted it
     */
    static void stageTimes(
            ProfileEditor editor,
            ReducerOptions options,
            boolean created,
            Update update,
            @Nullable String acceptedSecond) {
        boolean wantsCreated = created && options.automaticCreated();
        boolean wantsLastSeen = options.automaticLastSeen()
                && !update.ignoreTime()
                && !names(update.operation(Operator.SET), LAST_SEEN);
        if (!wantsCreated && !wantsLastSeen) {
            return;
        }
        Instant own = update.timeOrNull();
        String second = own == null ? acceptedSecond : UtcSecond.text(own);
        if (second == null) {
            return;
        }
        if (wantsCreated && editor.view(CREATED).isAbsent()) {
            editor.stage(second);
        }
        if (wantsLastSeen) {
            stageUnlessSame(editor, LAST_SEEN, second);
        }
    }

    private static void stageUnlessSame(ProfileEditor editor, Name name, String value) {
        if (!editor.view(name).sameAs(value)) {
            editor.stage(value);
        }
    }

    private static boolean names(@Nullable Operation operation, Name name) {
        return operation != null && operation.indexOf(name) >= 0;
    }
}
