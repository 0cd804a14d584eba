package io.github.profileengine.wire.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.BatchResult;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.wire.DecodedRecord;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.UpdateReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateGeneratorTest {
    private static final OperatorMix ALL = OperatorMix.parse("set,set_once,merge,add,union,append,remove,unset,delete");

    /** A file used for measurements must be the same file tomorrow. */
    @Test
    void write_ofASeed_givesTheBytesItAlwaysGave() throws IOException, NoSuchAlgorithmException {
        Workload uniform = Workload.of(1_000).withMix(ALL).withSeed(7);

        assertThat(sha256(bytes(uniform, 10_000)))
                .isEqualTo("dafba79a655d6e177f96661a8fad7c518b4eaa054b319999afeeb4538a112420");
        assertThat(sha256(bytes(uniform.withSkew(0.8), 10_000)))
                .isEqualTo("8ddf76cc8826582c1873ff072bdc578d4b2470058efe683e725a9a39faa8dc43");
    }

    @Test
    void write_inPieces_givesTheSameBytes() throws IOException {
        Workload workload = Workload.of(50).withSkew(1);
        UpdateGenerator generator = new UpdateGenerator(workload);
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        for (int piece = 0; piece <= 100; piece++) {
            generator.write(pieces, piece);
        }

        assertThat(pieces.toByteArray()).isEqualTo(bytes(workload, 5_050));
    }

    @Test
    void write_ofAnotherSeed_givesOtherUpdates() throws IOException {
        assertThat(bytes(Workload.of(50).withSeed(2), 10)).isNotEqualTo(bytes(Workload.of(50), 10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 3})
    void write_anyOperators_givesOneValidUpdateALine(double skew) throws IOException {
        Workload workload = Workload.of(300).withMix(ALL).withSkew(skew).withToken("a \"quoted\" pröject");

        assertThat(new String(bytes(workload, 5_000), StandardCharsets.UTF_8).lines())
                .hasSize(5_000);
        assertThat(updates(workload, 5_000)).hasSize(5_000).allSatisfy(update -> {
            assertThat(update.target().token()).isEqualTo("a \"quoted\" pröject");
            assertThat(update.operations()).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource(Operator.class)
    void write_eachOperatorAlone_givesIt(Operator operator) throws IOException {
        Workload workload = Workload.of(10).withMix(OperatorMix.parse(operator.word()));

        assertThat(updates(workload, 100)).allMatch(update -> update.has(operator));
    }

    /** With clashes of types, a measurement would measure the path on which nothing is done. */
    @Test
    void write_ofAllOperators_clashesWithNoType() throws IOException {
        List<Update> updates = updates(Workload.of(40).withMix(ALL), 20_000);
        try (ProfileEngine engine = ProfileEngine.builder().build()) {
            BatchResult result = engine.applyWithOutcomes(Batch.of(updates));

            for (int i = 0; i < updates.size(); i++) {
                assertThat(result.outcomes(i)).extracting(Outcome::kind).doesNotContain(Outcome.Kind.IGNORED);
            }
            assertThat(result.accepted()).isEqualTo(20_000);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 12, 200})
    void write_longEnough_givesProfilesOfSoManyProperties(int properties) throws IOException {
        try (ProfileEngine engine = ProfileEngine.builder().build()) {
            engine.apply(Batch.of(updates(Workload.of(3).withProperties(properties), 20_000)));

            assertThat(engine.profiles())
                    .hasSize(3)
                    .allSatisfy(profile -> assertThat(profile.size())
                            .as("with $created and $last_seen")
                            .isEqualTo(properties + 2));
        }
    }

    @Test
    void write_uniformly_drawsEveryProfileEquallyOften() throws IOException {
        Map<ProfileId, Integer> counts = counts(updates(Workload.of(10), 50_000));

        assertThat(counts)
                .hasSize(10)
                .allSatisfy((id, count) -> assertThat(count).isCloseTo(5_000, within(400)));
    }

    @Test
    void write_skewed_drawsTheFirstMost() throws IOException {
        Map<ProfileId, Integer> counts = counts(updates(Workload.of(1_000).withSkew(1), 50_000));

        // One in 7.485, the sum of 1/k up to 1,000.
        assertThat(counts.get(ProfileId.user("generated", "user-1"))).isCloseTo(6_680, within(400));
        assertThat(counts.get(ProfileId.user("generated", "user-10"))).isCloseTo(668, within(150));
    }

    private static Map<ProfileId, Integer> counts(List<Update> updates) {
        Map<ProfileId, Integer> counts = new HashMap<>();
        updates.forEach(update -> counts.merge(update.target(), 1, Integer::sum));
        return counts;
    }

    private static List<Update> updates(Workload workload, int count) throws IOException {
        List<Update> updates = new ArrayList<>();
        ReaderOptions strict = ReaderOptions.defaults().withStrict(true);
        try (UpdateReader reader = UpdateReader.of(bytes(workload, count), strict)) {
            for (DecodedRecord record = reader.read(); record != null; record = reader.read()) {
                assertThat(record).isInstanceOf(DecodedRecord.Valid.class);
                updates.add(((DecodedRecord.Valid) record).update());
            }
        }
        return updates;
    }

    private static byte[] bytes(Workload workload, int updates) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new UpdateGenerator(workload).write(out, updates);
        return out.toByteArray();
    }

    private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
