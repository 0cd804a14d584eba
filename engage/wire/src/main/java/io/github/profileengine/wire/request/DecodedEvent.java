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
     * @param name what happened
     * @param token the project
     * @param distinctId who did it, as text; null if the event does not say
     * @param properties canonical values by name, those above included
     * @param aliases the alias calls that the event stands for, in order; none if it is no identity event
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
     * An event that failed; the others of its list do not fail with it.
     *
     * @param index the place in the list, from 0
     * @param field the field at fault; {@code json} where it is none in particular
     * @param message {@code <field>, <problem>}
     * @param token the project that it names; null if it names none, or could not be read that far
     * @param insertId the event's {@code $insert_id}; null if it has none that could be read
     */
    record Invalid(
            long index,
            String field,
            String message,
            @Nullable String token,
            @Nullable Object insertId) implements DecodedEvent {

        /** One of which nothing could be read. */
        public Invalid(long index, String field, String message) {
            this(index, field, message, null, null);
        }
    }
}
