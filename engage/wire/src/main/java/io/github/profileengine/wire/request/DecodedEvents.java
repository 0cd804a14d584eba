package io.github.profileengine.wire.request;

import java.util.List;

/** The content of a payload: its events, or the reason why it failed as a whole. Immutable. */
public sealed interface DecodedEvents {

    /**
     * The events of a valid JSON text.
     *
     * @param events one for each element of a list, or one for a text that is no list
     */
    record Events(List<DecodedEvent> events) implements DecodedEvents {

        /** Copies the list. */
        public Events {
            events = List.copyOf(events);
        }
    }

    /**
     * A text that is not JSON or is too long, or a list of too many events. None of its events counts.
     *
     * @param message {@code json, <problem> (line L, column C)}
     */
    record Failed(String message) implements DecodedEvents {}
}
