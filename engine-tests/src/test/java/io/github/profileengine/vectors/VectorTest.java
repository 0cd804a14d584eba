package io.github.profileengine.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.EngineUpdates;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.oracle.Oracle;
import io.github.profileengine.oracle.OracleAlias;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOutcome;
import io.github.profileengine.oracle.OracleRecords;
import io.github.profileengine.oracle.OracleRejection;
import io.github.profileengine.oracle.OracleResult;
import io.github.profileengine.oracle.OracleStore;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Reduction;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.Engines;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.wire.DecodedRecord;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.UpdateReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every vector, against the engine through its JSON form, and against the oracle through a reader of its own. */
class VectorTest {
    private static final List<String> FILES = List.of(
            "set",
            "set_once",
            "merge",
            "add",
            "union",
            "append",
            "remove",
            "unset",
            "delete",
            "records",
            "automatic",
            "limits",
            "strict",
            "identity");

    /** What became of a vector's profile. */
    private record Result(Map<String, Object> after, List<OracleOutcome> outcomes) {}

    @TestFactory
    Stream<DynamicContainer> engine_everyVector_agrees() {
        return FILES.stream()
                .map(file -> container(file, vector -> {
                    assertThat(vector.aliases().isEmpty() ? reduced(vector) : applied(vector))
                            .isEqualTo(expected(vector));
                }));
    }

    @TestFactory
    Stream<DynamicContainer> oracle_everyVector_agrees() {
        return FILES.stream()
                .map(file ->
                        container(file, vector -> assertThat(judged(vector)).isEqualTo(expected(vector))));
    }

    /** A test of one vector. */
    private interface Check {
        void run(VectorCase vector);
    }

    private static DynamicContainer container(String file, Check check) {
        List<String> lines = lines(file);
        assertThat(lines).isNotEmpty();
        return DynamicContainer.dynamicContainer(
                file,
                lines.stream()
                        .map(VectorCase::of)
                        .map(vector -> DynamicTest.dynamicTest(vector.name(), () -> check.run(vector))));
    }

    private static List<String> lines(String file) {
        try (InputStream in = VectorTest.class.getResourceAsStream("/vectors/" + file + ".jsonl")) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Result expected(VectorCase vector) {
        return new Result(vector.after(), vector.outcomes());
    }

    private static Result judged(VectorCase vector) {
        OracleStore store = new OracleStore(new Oracle(vector.options()), Map.of());
        store.put(vector.profile(), vector.before());
        vector.aliases().forEach(pair -> store.alias(new OracleAlias("p", pair.get(0), pair.get(1))));
        try {
            OracleUpdate update =
                    OracleRecords.update(vector.update(), vector.options().strict());
            OracleResult result = store.apply(update, vector.now());
            return new Result(store.profile(vector.profile()), result.outcomes());
        } catch (OracleRejection rejection) {
            return rejected(vector, rejection.rule());
        } catch (IllegalArgumentException malformed) {
            return rejected(vector, Rule.RECORD_JSON_MALFORMED.ruleName());
        }
    }

    private static Result rejected(VectorCase vector, String rule) {
        return new Result(vector.before(), List.of(new OracleOutcome(null, null, "REJECTED", rule)));
    }

    private static DecodedRecord decoded(VectorCase vector) {
        byte[] bytes = vector.update().getBytes(StandardCharsets.UTF_8);
        ReaderOptions options =
                ReaderOptions.defaults().withStrict(vector.options().strict());
        try (UpdateReader reader = UpdateReader.of(bytes, options)) {
            return Objects.requireNonNull(reader.read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Result reduced(VectorCase vector) {
        DecodedRecord record = decoded(vector);
        if (record instanceof DecodedRecord.Invalid invalid) {
            return rejected(vector, invalid.rule().ruleName());
        }
        Update update = ((DecodedRecord.Valid) record).update();
        Reducer reducer = new Reducer(EngineUpdates.options(vector.options()));
        Rejection invalid = reducer.validate(update).orElse(null);
        if (invalid != null) {
            return rejected(vector, invalid.rule().ruleName());
        }
        ProfileId id = EngineUpdates.id(vector.profile());
        assertThat(update.target()).isEqualTo(id);
        Profile before = vector.before() == null ? null : Profile.of(id, vector.before());
        Reduction reduction =
                reducer.reduce(before, update.accepted(id, update.time().orElse(vector.now()), null));
        Profile after = reduction.after();
        return new Result(
                after == null ? null : EngineUpdates.read(after), EngineUpdates.outcomes(reduction.outcomes()));
    }

    private static Result applied(VectorCase vector) {
        OracleId id = vector.profile();
        Update update = ((DecodedRecord.Valid) decoded(vector)).update();
        try (ProfileEngine engine = Engines.builder()
                .options(EngineUpdates.options(vector.options()))
                .build()) {
            if (vector.before() != null) {
                engine.apply(Batch.of(List.of(Update.of(EngineUpdates.id(id))
                        .set(vector.before())
                        .ignoreAlias()
                        .build())));
            }
            vector.aliases().forEach(pair -> engine.alias("p", pair.get(0), pair.get(1)));
            List<OracleOutcome> outcomes = EngineUpdates.outcomes(
                    engine.applyWithOutcomes(Batch.of(List.of(update))).outcomes(0));
            return new Result(
                    engine.profile(EngineUpdates.id(id))
                            .map(EngineUpdates::read)
                            .orElse(null),
                    outcomes);
        }
    }
}
