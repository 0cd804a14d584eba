package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.representation.HashSeed;
import io.github.profileengine.representation.Name;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.store.StoreKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Thousands of texts that were chosen to have the same {@code String.hashCode}. The hashes that tables use are spread.
 */
class FloodTest {
    private static final int PAIRS = 14;
    private static final int COUNT = 1 << PAIRS;
    // Among that many random 32-bit numbers, less than one pair in thirty runs is equal.
    private static final int FEW = 5;

    // Every text of PAIRS pieces, each of which is one or the other of the two given.
    private static List<String> texts(String one, String other) {
        return IntStream.range(0, COUNT)
                .mapToObj(number -> {
                    StringBuilder text = new StringBuilder();
                    for (int pair = 0; pair < PAIRS; pair++) {
                        text.append((number >> pair & 1) == 0 ? one : other);
                    }
                    return text.toString();
                })
                .toList();
    }

    private static List<String> flood() {
        List<String> texts = texts("Aa", "BB");
        assertThat(texts.stream().distinct()).hasSize(COUNT);
        assertThat(texts.stream().map(String::hashCode).distinct()).hasSize(1);
        return texts;
    }

    private static List<ProfileId> ids() {
        return flood().stream().map(text -> ProfileId.user("p", text)).toList();
    }

    /**
     * Each piece has two blocks of four units. The first block is the complement of the other piece's first block,
     * except for the lowest bit, so the factor it gives is negated. If the hash used a signed product, the product of
     * one block would follow from the product of the other, whatever the seed is.
     */
    private static List<String> negated() {
        return texts("bbbbbbbb", "\uFF9C\uFF9D\uFF9D\uFF9Dcbbb");
    }

    @Test
    void hash_ofNegatedBlocks_isAsGoodAsRandom() {
        assertThat(negated().stream().map(HashSeed::hash).distinct().count()).isGreaterThan(COUNT - FEW);
    }

    /**
     * Texts of different lengths: one has an additional zero, and a changed unit may make up for the different length.
     */
    @Test
    void hash_ofLengthsMadeUpFor_differs() {
        assertThat(HashSeed.hash("`bcd\0")).isNotEqualTo(HashSeed.hash("abcd"));
        assertThat(HashSeed.hash("\0ab")).isNotEqualTo(HashSeed.hash("ab"));
        assertThat(HashSeed.hash("\0ac")).isNotEqualTo(HashSeed.hash("ab"));
        assertThat(HashSeed.hash("\0")).isNotEqualTo(HashSeed.hash(""));
    }

    /** A number with the same bits as those that are hashed for a text or a pair. */
    @Test
    void hash_ofOtherKinds_isAnother() {
        assertThat(HashSeed.hash("")).isNotEqualTo(HashSeed.hash(0));
        assertThat(HashSeed.hash("a")).isNotEqualTo(HashSeed.hash(1L << 48 | 'a'));
        assertThat(HashSeed.combine(3, 2)).isNotEqualTo(HashSeed.hash(3L << 32 | 2));
    }

    @Test
    void tableHash_ofFloodedIds_isAsGoodAsRandom() {
        assertThat(ids().stream().map(ProfileId::tableHash).distinct().count()).isGreaterThan(COUNT - FEW);
    }

    @Test
    void hash_ofFloodedNames_isAsGoodAsRandom() {
        assertThat(flood().stream().map(text -> Name.of(text).hash()).distinct().count())
                .isGreaterThan(COUNT - FEW);
    }

    /** At a load of two thirds, linear probing passes one entry on average before it finds an entry that is present. */
    @Test
    void find_floodedIds_passesFewOthers() {
        PackedTable table = new PackedTable(new Reducer(ReducerOptions.defaults()));
        List<ProfileId> ids = ids();
        ids.forEach(id -> table.load(Profile.empty(id)));
        Records records = table.projectOf(ids.get(0)).records();
        int length = (int) (records.refs().heapBytes() / Long.BYTES);
        int mask = Integer.highestOneBit(length) - 1;
        long passed = 0;
        for (ProfileId id : ids) {
            passed += records.refs().find(id, records.slab()) - id.tableHash() & mask;
        }
        assertThat((double) passed / COUNT).isLessThan(2);
    }

    @ParameterizedTest
    @EnumSource
    void shards_floodedIds_areFilledEvenly(StoreKind kind) {
        ProfileEngine engine = ProfileEngine.builder().store(kind).shards(64).build();
        engine.apply(Batch.of(
                ids().stream().map(id -> Update.of(id).set("k", 1).build()).toList()));
        assertThat(engine.count()).isEqualTo(COUNT);
        assertThat(engine.stats().imbalance()).isLessThan(1.5);
    }
}
