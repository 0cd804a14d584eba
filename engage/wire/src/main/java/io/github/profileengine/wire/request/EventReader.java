package io.github.profileengine.wire.request;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.wire.DecodedObject;
import io.github.profileengine.wire.InvalidJsonException;
import io.github.profileengine.wire.ObjectText;
import io.github.profileengine.wire.ReaderOptions;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JSON payload of {@code /track} and {@code /import}: one event, a list of events, or lines of them. An event
 * is an object with {@code event} and {@code properties}. An invalid event fails alone. Input that is neither lines nor
 * exactly one JSON text fails as a whole.
 *
 * <p>Immutable, safe for any number of threads.
 */
public final class EventReader {

    private static final ReaderOptions REQUEST =
            ReaderOptions.defaults().withMaxRecordsPerText(ReaderOptions.RECORDS_PER_REQUEST);

    private final ReaderOptions options;

    /** Creates a reader with these bounds; the bounds on records apply to events. */
    public EventReader(ReaderOptions options) {
        this.options = options;
    }

    /** A reader with the default bounds and at most 2,000 events. */
    public static EventReader ofRequests() {
        return new EventReader(REQUEST);
    }

    /**
     * The events of a payload. No content of the payload causes an exception.
     *
     * @param json the payload in UTF-8
     * @param userName the Basic user name, which is the project of events that name none; null if there is no user name
     */
    public DecodedEvents read(byte[] json, @Nullable String userName) {
        return read(() -> ObjectText.read(json, options), userName);
    }

    /** As {@link #read}, for lines of JSON ({@code application/x-ndjson}). A line that is not JSON fails alone. */
    public DecodedEvents readLines(byte[] lines, @Nullable String userName) {
        return read(() -> ObjectText.readLines(lines, options), userName);
    }

    private DecodedEvents read(Supplier<List<DecodedObject>> objects, @Nullable String userName) {
        try {
            return new DecodedEvents.Events(objects.get().stream()
                    .map(object -> event(object, userName, options.strict()))
                    .toList());
        } catch (InvalidJsonException e) {
            return new DecodedEvents.Failed(String.valueOf(e.getMessage()));
        }
    }

    private static DecodedEvent event(DecodedObject object, @Nullable String userName, boolean strict) {
        if (object instanceof DecodedObject.Invalid invalid) {
            return new DecodedEvent.Invalid(invalid.index(), "json", invalid.message());
        }
        DecodedObject.Valid valid = (DecodedObject.Valid) object;
        try {
            DecodedEvent.Valid event = event(valid.index(), valid.members(), userName);
            if (strict) {
                EventIds.requireReal(event);
            }
            // Checked last, as for records. Only strict validation looks for repeated names.
            if (valid.repeatsName()) {
                throw new EventFaultException("json", DecodedObject.REPEATED_NAME);
            }
            return event;
        } catch (EventFaultException e) {
            return new DecodedEvent.Invalid(
                    valid.index(),
                    e.field(),
                    String.valueOf(e.getMessage()),
                    tokenIfAny(valid.members(), userName),
                    property(valid.members(), "$insert_id"));
        }
    }

    private static DecodedEvent.Valid event(
            long index, Map<String, @Nullable Object> members, @Nullable String userName) throws EventFaultException {
        String name = name(members.get("event"));
        Map<String, @Nullable Object> properties = properties(members.get("properties"));
        String token = token(properties.get("token"), userName);
        List<Alias> aliases = IdentityEvent.aliases(name, token, properties);
        String distinctId = EventIds.optional(properties, "distinct_id");
        return new DecodedEvent.Valid(index, name, token, distinctId, properties, aliases);
    }

    // A property of an event that failed. Its member "properties" may be anything.
    private static @Nullable Object property(Map<String, @Nullable Object> members, String name) {
        return members.get("properties") instanceof Map<?, ?> properties ? properties.get(name) : null;
    }

    private static String name(@Nullable Object event) throws EventFaultException {
        if (event == null || event.equals("")) {
            throw new EventFaultException("event", "missing");
        } else if (!(event instanceof String name)) {
            throw new EventFaultException("event", "not a text");
        } else {
            return name;
        }
    }

    /** Reads an empty list as an empty object, because some languages cannot tell them apart. */
    @SuppressWarnings("unchecked") // Objects read from JSON have only strings as keys.
    private static Map<String, @Nullable Object> properties(@Nullable Object properties) throws EventFaultException {
        if (properties == null || properties.equals(List.of())) {
            return Map.of();
        } else if (!(properties instanceof Map<?, ?>)) {
            throw new EventFaultException("properties", "not an object");
        }
        return (Map<String, @Nullable Object>) properties;
    }

    private static String token(@Nullable Object token, @Nullable String userName) throws EventFaultException {
        Object named = named(token, userName);
        if (named == null || named.equals("")) {
            throw EventFaultException.missing("token");
        } else if (!(named instanceof String text)) {
            throw new EventFaultException("token", "not a text");
        } else {
            return text;
        }
    }

    private static @Nullable String tokenIfAny(Map<String, @Nullable Object> members, @Nullable String userName) {
        Object named = named(property(members, "token"), userName);
        return named instanceof String text && !text.isEmpty() ? text : null;
    }

    private static @Nullable Object named(@Nullable Object token, @Nullable String userName) {
        return token == null || token.equals("") ? userName : token;
    }
}
