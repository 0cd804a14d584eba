package io.github.profileengine.testdouble.journal;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.identity.AliasResult;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of a request and what became of it. Immutable.
 *
 * @param index its place in the payload, from 0
 * @param name the event's name; empty if it failed
 * @param token the project that it names; null if it names none, or could not be read that far
 * @param distinctId whom it speaks of; null if it does not say
 * @param properties what it carries, canonical values
 * @param aliases what its identity calls did, in order; empty for most events
 * @param field the field at fault; null if it was accepted
 * @param message why it failed; null if it was accepted
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
     * @param alias what it asked for
     * @param result what it got
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
