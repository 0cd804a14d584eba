package io.github.profileengine.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.profileengine.wire.request.DecodedEvent;
import io.github.profileengine.wire.request.DecodedEvents;
import io.github.profileengine.wire.request.DecodedRequest;
import io.github.profileengine.wire.request.EventReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * No method of this class may have a record of this project in its signature. Such a record would be loaded before
 * Jazzer starts, and when Jazzer then instruments it, JDK 17 loses the fields of some records.
 */
class EventReaderFuzzTest {
    private static final EventReader READER = EventReader.ofRequests();

    @FuzzTest(maxDuration = "200s")
    void read(byte[] input) {
        DecodedRequest request = new RawRequest(input).decoded();
        byte[] json = request.fault().isPresent() ? input : request.json();
        List<DecodedEvent> alone = events(json, null);
        List<DecodedEvent> named = events(json, "project");
        assertEquals(alone.size(), named.size());
        for (int index = 0; index < alone.size(); index++) {
            assertEquals(index, alone.get(index).index());
            if (alone.get(index) instanceof DecodedEvent.Valid valid) {
                EventLaws.assertWhole(valid);
                // A user name is used only for events that name no project.
                assertEquals(
                        valid.token(),
                        assertInstanceOf(DecodedEvent.Valid.class, named.get(index))
                                .token());
            }
        }
    }

    private static List<DecodedEvent> events(byte[] json, @Nullable String userName) {
        return READER.read(json, userName) instanceof DecodedEvents.Events found ? found.events() : List.of();
    }
}
