package io.github.profileengine.wire.request;

import java.util.List;

/** What the payload of a request held: its events, or the reason why it failed as a whole. Immutable. */
public sealed interface DecodedEvents {

    /**
     * The events of a text that is JSON.
     *
     * @param events one of each element of the list, or the one that the text itself is
     */
    record Events(List<DecodedEvent> events) implements DecodedEvents {

        /** Copies the list. */
        public Events {
            events = List.copyOf(events);
        }
    }

    /**
     * A text that is no JSON, too long, or a list of too many events; nothing of it counts.
     *
     * @param message {@code json, <problem> (line L, column C)}
     */
    record Failed(String message) implements DecodedEvents {}
}
