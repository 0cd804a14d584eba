package io.github.profileengine.testdouble.journal;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.identity.AliasResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of a request and its result. Immutable.
 *
 * @param index its place in the payload, from 0
 * @param name the event's name; empty if it failed
 * @param token the project that the event names; null if it names none or its token could not be read
 * @param distinctId the id of the user; null if the event names none
 * @param properties the event's properties, canonical values
 * @param aliases the results of its identity calls, in order; empty for most events
 * @param field the field at fault; null if the event was accepted
 * @param message why it failed; null if the event was accepted
 */
public record JournaledEvent(
        int index,
        String name,
        @Nullable String token,
        @Nullable String distinctId,
        Map<String, ? extends @Nullable Object> properties,
        List<Mapping> aliases,
        @Nullable String field,
        @Nullable String message) {

    /**
     * One identity call.
     *
     * @param alias the alias that was asked for
     * @param result the result
     */
    public record Mapping(Alias alias, AliasResult result) {}

    /** Copies the list. */
    public JournaledEvent {
        aliases = List.copyOf(aliases);
    }

    /** Whether the event failed and changed nothing. */
    public boolean isRejected() {
        return field != null;
    }
}
