package io.github.profileengine.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.wire.request.DecodedEvent;

/** Properties that must hold for every event that was read. */
final class EventLaws {
    private EventLaws() {}

    static void assertWhole(DecodedEvent.Valid event) {
        assertFalse(event.token().isEmpty());
        assertFalse(event.name().isEmpty());
        for (Alias alias : event.aliases()) {
            assertEquals(event.token(), alias.token());
            assertFalse(alias.alias().isEmpty() || alias.id().isEmpty());
        }
    }
}
