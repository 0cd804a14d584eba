package io.github.profileengine.testdouble.ingestion;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.journal.JournaledEvent;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.request.DecodedEvent;
import io.github.profileengine.wire.request.DecodedEvents;
import io.github.profileengine.wire.request.EventReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The payload of {@code /track} and {@code /import}. Events never touch profiles; those that speak of identity feed the
 * alias table.
 */
final class EventIngestion {
    static final String UNKNOWN_PROJECT = "token, not a project of this double";

    private final Supplier<ProfileEngine> engine;
    private final IngestionOptions options;

    EventIngestion(Supplier<ProfileEngine> engine, IngestionOptions options) {
        this.engine = engine;
        this.options = options;
    }

    Ingested ingest(byte[] json, @Nullable String basicUser, boolean strict) {
        ReaderOptions reader =
                options.reader().withStrict(strict || options.reader().strict());
        DecodedEvents text = new EventReader(reader).read(json, basicUser);
        if (text instanceof DecodedEvents.Failed failed) {
            return Ingested.failed(failed.message());
        }
        List<JournaledEvent> events = new ArrayList<>();
        for (DecodedEvent event : ((DecodedEvents.Events) text).events()) {
            events.add(ingest(event));
        }
        return Ingested.ofEvents(events);
    }

    private JournaledEvent ingest(DecodedEvent event) {
        if (event instanceof DecodedEvent.Invalid invalid) {
            return rejected((int) invalid.index(), Map.of(), invalid.field(), invalid.message());
        }
        DecodedEvent.Valid valid = (DecodedEvent.Valid) event;
        if (!options.knows(valid.token())) {
            return rejected((int) valid.index(), valid.properties(), "token", UNKNOWN_PROJECT);
        }
        List<JournaledEvent.Mapping> mappings = new ArrayList<>();
        for (Alias alias : valid.aliases()) {
            mappings.add(
                    new JournaledEvent.Mapping(alias, engine.get().alias(alias.token(), alias.alias(), alias.id())));
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
            int index, Map<String, ? extends @Nullable Object> properties, String field, String message) {
        return new JournaledEvent(index, "", null, null, properties, List.of(), field, message);
    }
}
