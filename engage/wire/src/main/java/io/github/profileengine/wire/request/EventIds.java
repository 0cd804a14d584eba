package io.github.profileengine.wire.request;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.reducer.JunkIds;
import io.github.profileengine.wire.IdText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads ids from the properties of an event. */
final class EventIds {

    private EventIds() {}

    /** An optional id. Returns null if it is absent, null or empty. */
    static @Nullable String optional(Map<String, @Nullable Object> properties, String name) throws EventFaultException {
        Object value = properties.get(name);
        return value == null || value.equals("") ? null : text(value, name);
    }

    static String required(Map<String, @Nullable Object> properties, String name) throws EventFaultException {
        return required(properties.get(name), name);
    }

    /** A required id: {@code value} is its value and {@code name} the name of its field. */
    static String required(@Nullable Object value, String name) throws EventFaultException {
        if (value == null || value.equals("")) {
            throw EventFaultException.missing(name);
        }
        return text(value, name);
    }

    /** Strict validation: neither the event nor its aliases may use an id that stands for no real user. */
    static void requireReal(DecodedEvent.Valid event) throws EventFaultException {
        requireReal(event.distinctId(), IdentityEvent.DISTINCT_ID);
        IdentityEvent.Fields fields = IdentityEvent.fields(event.name(), event.properties());
        for (Alias alias : event.aliases()) {
            requireReal(alias.alias(), fields.alias());
            requireReal(alias.id(), fields.id());
        }
    }

    private static void requireReal(@Nullable String id, String name) throws EventFaultException {
        if (id != null && JunkIds.contains(id)) {
            throw new EventFaultException(name, "a placeholder and not an id: " + id);
        }
    }

    private static String text(Object value, String name) throws EventFaultException {
        String id = IdText.of(value);
        if (id == null) {
            throw new EventFaultException(name, "not a text, integer or boolean");
        }
        return id;
    }
}
