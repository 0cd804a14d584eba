package io.github.profileengine.testdouble.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.identity.AliasResult;
import io.github.profileengine.identity.AliasTable;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.wire.DecodedRecord;
import io.github.profileengine.wire.DecodedText;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.UpdateText;
import io.github.profileengine.wire.request.DecodedEvent;
import io.github.profileengine.wire.request.DecodedEvents;
import io.github.profileengine.wire.request.EventReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Folds payloads into profiles and aliases with the reducer alone, without a server, an engine or a request. */
final class PayloadFold {
    private final Reducer reducer = new Reducer(ReducerOptions.defaults());
    private final Map<ProfileId, Profile> profiles = new HashMap<>();
    private final Instant now;
    private AliasTable aliases = AliasTable.EMPTY;

    /** {@code now} is the time of updates that have no time. */
    PayloadFold(Instant now) {
        this.now = now;
    }

    Map<ProfileId, Profile> profiles() {
        return Map.copyOf(profiles);
    }

    List<Alias> aliases() {
        return aliases.aliases().toList();
    }

    void take(CapturedRequest request) {
        take(request, request.endpoint());
    }

    /** As {@link #take(CapturedRequest)}, of a request whose path does not name the endpoint. */
    void take(CapturedRequest request, String endpoint) {
        if (!request.hasPayload()) {
            return;
        }
        switch (endpoint) {
            case "engage", "groups" -> takeUpdates(request);
            case "track", "import" -> takeEvents(request);
            default -> throw new IllegalArgumentException("no endpoint: " + request.path());
        }
    }

    private void takeUpdates(CapturedRequest request) {
        DecodedText text = UpdateText.read(request.payload(), ReaderOptions.defaults());
        for (DecodedRecord record : ((DecodedText.Records) text).records()) {
            Update sent = ((DecodedRecord.Valid) record).update();
            ProfileId id = resolved(sent);
            Update update = sent.accepted(id, sent.time().orElse(now), null);
            profiles.compute(
                    id, (same, before) -> reducer.reduce(before, update).after());
        }
    }

    private ProfileId resolved(Update update) {
        ProfileId id = update.target();
        return id.isGroup() || update.ignoreAlias() ? id : id.withId(aliases.resolve(id.token(), id.id()));
    }

    private void takeEvents(CapturedRequest request) {
        DecodedEvents events = EventReader.ofRequests()
                .read(request.payload(), request.basicUser().orElse(null));
        for (DecodedEvent event : ((DecodedEvents.Events) events).events()) {
            assertThat(event).isInstanceOf(DecodedEvent.Valid.class);
            for (Alias alias : ((DecodedEvent.Valid) event).aliases()) {
                if (aliases.check(alias.token(), alias.alias(), alias.id()) == AliasResult.MAPPED) {
                    aliases = aliases.with(alias.token(), alias.alias(), alias.id());
                }
            }
        }
    }
}
