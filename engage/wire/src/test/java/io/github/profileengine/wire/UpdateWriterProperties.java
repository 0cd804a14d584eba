package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.value.CanonicalText;
import io.github.profileengine.value.ValueBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UpdateWriterProperties {

    @Property
    void write_anyUpdates_areReadBackEqual(@ForAll("updateLists") List<Update> updates) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (UpdateWriter writer = new UpdateWriter(out)) {
            for (Update update : updates) {
                writer.write(update);
            }
        }
        assertThat(Records.of(out.toByteArray(), ReaderOptions.defaults()))
                .extracting(record -> ((DecodedRecord.Valid) record).update())
                .isEqualTo(updates);
    }

    @Property
    void line_anyUpdate_isCanonicalText(@ForAll("updates") Update update) {
        String line = UpdateWriter.line(update);
        assertThat(line).isEqualTo(CanonicalText.of(JsonText.read(line))).doesNotContain("\n");
    }

    @Property
    void read_canonicalTextOfAnyValue_isThatValue(@ForAll("values") Object value) {
        String text = CanonicalText.of(value);
        assertThat(JsonText.read(text)).isEqualTo(ValueBuilder.copyOf(value, 99));
        assertThat(CanonicalText.of(JsonText.read(text))).isEqualTo(text);
    }

    @Provide
    Arbitrary<Object> values() {
        return Values.values().injectNull(0.05);
    }

    @Provide
    Arbitrary<List<Update>> updateLists() {
        return updates().list().ofMaxSize(4);
    }

    @Provide
    Arbitrary<Update> updates() {
        return Combinators.combine(
                        targets(),
                        Arbitraries.of(Operator.class).set().ofMinSize(1).ofMaxSize(3),
                        Values.objects(),
                        Values.names().list().ofMaxSize(3),
                        times().injectNull(0.3),
                        Arbitraries.integers().between(0, 63))
                .as(UpdateWriterProperties::update);
    }

    private static Update update(
            ProfileId target,
            Set<Operator> operators,
            Map<String, Object> operand,
            List<String> names,
            Instant time,
            int kind) {
        UpdateBuilder update = Update.of(target).ignoreTime((kind & 1) != 0).ignoreAlias((kind & 2) != 0);
        if (time != null) {
            update.time(time);
        }
        switch (kind >> 2 & 3) {
            case 1 -> update.noIp();
            case 2 -> update.ip("2001:db8::1");
            case 3 -> update.requestIp("10.0.0.1");
            default -> {
                // No address.
            }
        }
        if (kind > 31) {
            update.coordinates(kind, -0.5 * kind);
        }
        boolean any = false;
        for (Operator operator : operators) {
            if (!target.isGroup() || operator.allowedOnGroups()) {
                Object given = operator == Operator.UNSET ? (kind == 7 ? "bare" : names) : operand;
                update.operation(Operation.of(operator, given));
                any = true;
            }
        }
        return any ? update.build() : update.set("a", 1).build();
    }

    private static Arbitrary<ProfileId> targets() {
        Arbitrary<String> texts = Values.texts().filter(text -> !text.isEmpty());
        return Arbitraries.oneOf(
                Combinators.combine(texts, texts).as(ProfileId::user),
                Combinators.combine(texts, texts, texts).as(ProfileId::group));
    }

    private static Arbitrary<Instant> times() {
        Arbitrary<Long> seconds = Arbitraries.longs().between(-62_167_219_200L, 253_402_300_799L);
        Arbitrary<Integer> nanos = Arbitraries.oneOf(
                Arbitraries.of(0, 1, 500_000_000, 999_999_999),
                Arbitraries.integers().between(0, 999_999_999));
        return Combinators.combine(seconds, nanos).as((second, nano) -> Instant.ofEpochSecond(second, nano));
    }
}
