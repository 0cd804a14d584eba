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

/** Thousands of texts that were chosen to have one {@code String.hashCode}: what tables see of them is spread. */
class FloodTest {
    private static final int PAIRS = 14;
    private static final int COUNT = 1 << PAIRS;
    // Of random numbers of 32 bits, not one pair in thirty runs.
    private static final int FEW = 5;

    // Every text of so many pieces that are one or the other.
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
     * Of two blocks of four units each, the first as its complement but for the lowest bit: its factor is negated, and
     * a product with sign would be told from the other's whatever the seed is.
     */
    private static List<String> negated() {
        return texts("bbbbbbbb", "\uFF9C\uFF9D\uFF9D\uFF9Dcbbb");
    }

    @Test
    void hash_ofNegatedBlocks_isAsGoodAsRandom() {
        assertThat(negated().stream().map(HashSeed::hash).distinct().count()).isGreaterThan(COUNT - FEW);
    }

    /** A unit that makes up for another length, and one more that is zero. */
    @Test
    void hash_ofLengthsMadeUpFor_differs() {
        assertThat(HashSeed.hash("`bcd\0")).isNotEqualTo(HashSeed.hash("abcd"));
        assertThat(HashSeed.hash("\0ab")).isNotEqualTo(HashSeed.hash("ab"));
        assertThat(HashSeed.hash("\0ac")).isNotEqualTo(HashSeed.hash("ab"));
        assertThat(HashSeed.hash("\0")).isNotEqualTo(HashSeed.hash(""));
    }

    /** A number of the bits that a text or a pair is hashed as. */
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

    /** At a load of two thirds linear probing passes one entry on average before it finds what is there. */
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
