package io.github.profileengine.testdouble.ingestion;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.fault.DeliveredUpdate;
import io.github.profileengine.testdouble.fault.Disturbance;
import io.github.profileengine.testdouble.fault.UpdateDelivery;
import io.github.profileengine.testdouble.journal.DisturbanceKind;
import io.github.profileengine.testdouble.journal.JournaledUpdate;
import io.github.profileengine.wire.DecodedRecord;
import io.github.profileengine.wire.DecodedText;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.TargetKind;
import io.github.profileengine.wire.UpdateText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the payload of {@code /engage} and {@code /groups}, validates its records, and applies them as one batch. */
final class UpdateIngestion {
    private static final String TOKEN = "$token";

    private final Supplier<ProfileEngine> engine;
    private final IngestionOptions options;
    private final Reducer strictReducer;
    private final UpdateDelivery delivery;

    UpdateIngestion(
            Supplier<ProfileEngine> engine, IngestionOptions options, Reducer strictReducer, UpdateDelivery delivery) {
        this.engine = engine;
        this.options = options;
        this.strictReducer = strictReducer;
        this.delivery = delivery;
    }

    Arrival read(byte[] json, TargetKind target, boolean strict, @Nullable String requestIp) {
        boolean strictly = strict || options.reader().strict();
        ReaderOptions reader = options.reader().withStrict(strictly).withTarget(target);
        DecodedText text = UpdateText.read(json, reader);
        if (text instanceof DecodedText.Failed failed) {
            return Arrival.failed(failed.message());
        }
        return new Records(((DecodedText.Records) text).records(), strictly, requestIp);
    }

    private final class Records implements Arrival {
        private final List<DecodedRecord> records;
        private final boolean strictly;
        private final @Nullable String requestIp;

        Records(List<DecodedRecord> records, boolean strictly, @Nullable String requestIp) {
            this.records = records;
            this.strictly = strictly;
            this.requestIp = requestIp;
        }

        @Override
        public Set<String> tokens() {
            return records.stream()
                    .flatMap(record -> Stream.ofNullable(token(record)))
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public Set<ProfileId> profiles() {
            Set<ProfileId> profiles = new HashSet<>();
            for (DecodedRecord record : records) {
                if (record instanceof DecodedRecord.Valid valid) {
                    Update update = valid.update();
                    ProfileId resolved = resolved(update.target(), update.ignoreAlias());
                    profiles.add(resolved);
                    if (resolved != update.target()) {
                        profiles.add(update.target());
                    }
                }
            }
            return profiles;
        }

        @Override
        public Ingested ingest() {
            return UpdateIngestion.this.ingest(records, strictly, requestIp);
        }

        @Override
        public Ingested untouched() {
            return Ingested.ofUpdates(
                    records.stream().map(UpdateIngestion.this::untouched).toList(), List.of());
        }
    }

    private static @Nullable String token(DecodedRecord record) {
        return record instanceof DecodedRecord.Valid valid
                ? valid.update().target().token()
                : ((DecodedRecord.Invalid) record).token();
    }

    private JournaledUpdate untouched(DecodedRecord record) {
        JournaledUpdate failure = failure(record, false);
        return failure == null
                ? journaled(
                        (int) record.index(),
                        ((DecodedRecord.Valid) record).update(),
                        new DeliveredUpdate(List.of(), null, null),
                        DisturbanceKind.DROP)
                : failure;
    }

    private Ingested ingest(List<DecodedRecord> records, boolean strictly, @Nullable String requestIp) {
        JournaledUpdate[] found = new JournaledUpdate[records.size()];
        List<Update> sent = new ArrayList<>(records.size());
        List<Disturbance> disturbances = new ArrayList<>();
        List<Integer> places = new ArrayList<>(records.size());
        for (int at = 0; at < found.length; at++) {
            DecodedRecord record = records.get(at);
            JournaledUpdate failure = failure(record, strictly);
            if (failure != null) {
                found[at] = failure;
            } else if (record instanceof DecodedRecord.Valid accepted) {
                sent.add(accepted.update());
                places.add(at);
            }
        }
        if (!sent.isEmpty()) {
            List<Update> located = requestIp == null
                    ? sent
                    : sent.stream()
                            .map(update -> update.withRequestIp(requestIp))
                            .toList();
            List<DeliveredUpdate> delivered = delivery.deliver(located, places::get);
            for (int place = 0; place < sent.size(); place++) {
                DeliveredUpdate result = delivered.get(place);
                Disturbance disturbance = result.disturbance();
                DisturbanceKind kind = disturbance == null ? null : disturbance.kind();
                found[places.get(place)] = journaled(places.get(place), sent.get(place), result, kind);
                if (disturbance != null) {
                    disturbances.add(disturbance);
                }
            }
        }
        return Ingested.ofUpdates(List.of(found), disturbances);
    }

    private @Nullable JournaledUpdate failure(DecodedRecord record, boolean strictly) {
        int index = (int) record.index();
        if (record instanceof DecodedRecord.Invalid invalid) {
            Outcome outcome = rejection(invalid.rule(), invalid.message());
            ProfileId sent = invalid.target();
            ProfileId target = sent == null ? null : resolved(sent, false);
            return new JournaledUpdate(index, null, invalid.token(), sent, target, List.of(outcome), invalid.field());
        }
        Update update = ((DecodedRecord.Valid) record).update();
        if (!options.knows(update.target().token())) {
            return rejected(index, update, Rule.RECORD_TOKEN_UNKNOWN, TOKEN, TOKEN + ", not a project of this double");
        }
        Rejection suspicious = strictly ? strictReducer.validate(update).orElse(null) : null;
        return suspicious == null
                ? null
                : rejected(index, update, suspicious.rule(), suspicious.field(), suspicious.message());
    }

    private JournaledUpdate rejected(int index, Update update, Rule rule, String field, String message) {
        return journaled(index, update, new DeliveredUpdate(List.of(rejection(rule, message)), field, null), null);
    }

    private static Outcome rejection(Rule rule, String message) {
        return new Outcome(null, null, Outcome.Kind.REJECTED, rule, message);
    }

    private JournaledUpdate journaled(
            int index, Update update, DeliveredUpdate result, @Nullable DisturbanceKind disturbance) {
        ProfileId sent = update.target();
        ProfileId target = resolved(sent, update.ignoreAlias());
        return new JournaledUpdate(
                index, update, sent.token(), sent, target, result.outcomes(), result.field(), disturbance);
    }

    private ProfileId resolved(ProfileId sent, boolean ignoreAlias) {
        if (sent.isGroup() || ignoreAlias) {
            return sent;
        }
        String id = engine.get().resolve(sent.token(), sent.id());
        return id.equals(sent.id()) ? sent : sent.withId(id);
    }
}
