package io.github.profileengine.testdouble.ingestion;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.testdouble.fault.UpdateDelivery;
import io.github.profileengine.testdouble.journal.JournaledEvent;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.request.DecodedEvent;
import io.github.profileengine.wire.request.DecodedEvents;
import io.github.profileengine.wire.request.EventReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the payload of {@code /track} and {@code /import}. Events never touch profiles; identity events update the
 * alias table.
 */
final class EventIngestion {
    static final String UNKNOWN_PROJECT = "token, not a project of this double";

    private final IngestionOptions options;
    private final UpdateDelivery delivery;

    EventIngestion(IngestionOptions options, UpdateDelivery delivery) {
        this.options = options;
        this.delivery = delivery;
    }

    Arrival read(byte[] json, boolean isLines, @Nullable String basicUser, boolean strict) {
        ReaderOptions reader =
                options.reader().withStrict(strict || options.reader().strict());
        EventReader events = new EventReader(reader);
        DecodedEvents text = isLines ? events.readLines(json, basicUser) : events.read(json, basicUser);
        if (text instanceof DecodedEvents.Failed failed) {
            return Arrival.failed(failed.message());
        }
        return new Events(((DecodedEvents.Events) text).events());
    }

    private final class Events implements Arrival {
        private final List<DecodedEvent> events;

        Events(List<DecodedEvent> events) {
            this.events = events;
        }

        @Override
        public Set<String> tokens() {
            return events.stream()
                    .flatMap(event -> Stream.ofNullable(token(event)))
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public Set<ProfileId> profiles() {
            Set<ProfileId> profiles = new HashSet<>();
            for (DecodedEvent event : events) {
                if (event instanceof DecodedEvent.Valid valid) {
                    for (Alias alias : valid.aliases()) {
                        profiles.add(ProfileId.user(alias.token(), alias.alias()));
                        profiles.add(ProfileId.user(alias.token(), alias.id()));
                    }
                }
            }
            return profiles;
        }

        @Override
        public Ingested ingest() {
            return journaled(true);
        }

        @Override
        public Ingested untouched() {
            return journaled(false);
        }

        private Ingested journaled(boolean applied) {
            List<JournaledEvent> found = new ArrayList<>(events.size());
            events.forEach(event -> found.add(EventIngestion.this.journaled(event, applied)));
            return Ingested.ofEvents(found);
        }
    }

    private static @Nullable String token(DecodedEvent event) {
        return event instanceof DecodedEvent.Valid valid ? valid.token() : ((DecodedEvent.Invalid) event).token();
    }

    private JournaledEvent journaled(DecodedEvent event, boolean applied) {
        if (event instanceof DecodedEvent.Invalid invalid) {
            Object insertId = invalid.insertId();
            return rejected(
                    (int) invalid.index(),
                    invalid.token(),
                    insertId == null ? Map.of() : Map.of("$insert_id", insertId),
                    invalid.field(),
                    invalid.message());
        }
        DecodedEvent.Valid valid = (DecodedEvent.Valid) event;
        if (!options.knows(valid.token())) {
            return rejected((int) valid.index(), valid.token(), valid.properties(), "token", UNKNOWN_PROJECT);
        }
        List<JournaledEvent.Mapping> mappings = new ArrayList<>();
        for (Alias alias : applied ? valid.aliases() : List.<Alias>of()) {
            mappings.add(new JournaledEvent.Mapping(alias, delivery.alias(alias)));
        }
        return new JournaledEvent(
                (int) valid.index(),
                valid.name(),
                valid.token(),
                valid.distinctId(),
                valid.properties(),
                mappings,
                null,
                null);
    }

    private static JournaledEvent rejected(
            int index,
            @Nullable String token,
            Map<String, ? extends @Nullable Object> properties,
            String field,
            String message) {
        return new JournaledEvent(index, "", token, null, properties, List.of(), field, message);
    }
}
