package io.github.profileengine.wire.request;

import io.github.profileengine.identity.Alias;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One event of a request to {@code /track} or {@code /import}. Immutable. */
public sealed interface DecodedEvent {

    /** The place in the list, from 0. */
    long index();

    /**
     * An event that can be kept.
     *
     * @param index the place in the list, from 0
     * @param name the name of the event
     * @param token the project
     * @param distinctId the id of the user, as text; null if the event names none
     * @param properties canonical values by name, as sent: with token and distinct id if the event has them
     * @param aliases the alias calls that an identity event stands for, in order; empty for other events
     */
    record Valid(
            long index,
            String name,
            String token,
            @Nullable String distinctId,
            Map<String, @Nullable Object> properties,
            List<Alias> aliases)
            implements DecodedEvent {

        /** Copies the list. */
        public Valid {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * An event that failed. The other events of its list are not affected.
     *
     * @param index the place in the list, from 0
     * @param field the field at fault; {@code json} if there is none in particular
     * @param message {@code <field>, <problem>}
     * @param token the project that the event names; null if it names none or its token could not be read
     * @param insertId the event's {@code $insert_id}; null if there is none or it could not be read
     */
    record Invalid(
            long index,
            String field,
            String message,
            @Nullable String token,
            @Nullable Object insertId) implements DecodedEvent {

        /** Creates an event whose token and insert id could not be read. */
        public Invalid(long index, String field, String message) {
            this(index, field, message, null, null);
        }
    }
}
