package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.Shape;
import io.github.profileengine.table.CollidingIds;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefTableTest {
    private static final long HIGHEST = 0xFFFF_FFFFL - 2;
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private final Slab slab = new Slab(Sizes.TINY);
    private final RecordImage nothing = new RecordImage();
    private final KeyScratch key = new KeyScratch();

    private long record(ProfileId id) {
        nothing.begin(Shape.EMPTY);
        key.hold(id);
        return slab.append(nothing, key.bytes(), key.from(), key.length(), Layout.capacity(key.length(), 0, 0));
    }

    private RefTable put(RefTable table, ProfileId id, int held) {
        RefTable roomy = table.isFull() ? table.roomier(held) : table;
        int place = roomy.find(id, slab);
        if (place < 0) {
            roomy.put(~place, id, record(id));
        } else {
            roomy.replace(place, record(id));
        }
        return roomy;
    }

    private static List<Long> all(RefTable table) {
        List<Long> touched = new ArrayList<>();
        List<Long> all = new ArrayList<>();
        table.forEach(touched::add, all::add);
        assertThat(touched).isEqualTo(all);
        return all;
    }

    @Test
    void put_lowestAndHighestReference_areToldFromNone() {
        for (long reference : new long[] {0, 1, 1L << 31, HIGHEST}) {
            RefTable table = RefTable.empty();
            int place = ~table.find(ADA, slab);
            table.put(place, ADA, reference);
            assertThat(table.at(place)).isEqualTo(reference);
            assertThat(table.candidate(ADA.tableHash())).isEqualTo(reference);
            assertThat(all(table)).containsExactly(reference);
            assertThat(all(table.roomier(1))).containsExactly(reference);
            table.remove(place);
            assertThat(table.candidate(ADA.tableHash())).isEqualTo(RefTable.NONE);
            assertThat(all(table)).isEmpty();
        }
    }

    /** Every table keeps an empty place, because without one this search would never end. */
    @Test
    void isFull_anySize_leavesAnEmptyPlaceForEveryWalkToEnd() {
        RefTable table = RefTable.empty();
        int doublings = 0;
        for (int number = 0; number < 3_000; number++) {
            RefTable before = table;
            table = put(table, ProfileId.user("p", "u" + number), number);
            doublings += before == table ? 0 : 1;
            assertThat(table.reference(ADA, slab)).isEqualTo(RefTable.NONE);
            assertThat(table.find(ADA, slab)).isNegative();
        }
        assertThat(all(table)).hasSize(3_000);
        assertThat(doublings).as("each as large as all before it").isBetween(8, 12);
    }

    @Test
    void fitting_mostOfThemGone_isSmallAndHoldsTheOthers() {
        RefTable table = RefTable.empty();
        for (int number = 0; number < 3_000; number++) {
            table = put(table, ProfileId.user("p", "u" + number), number);
        }
        assertThat(table.fitting(3_000)).isSameAs(table);
        for (int number = 20; number < 3_000; number++) {
            table.remove(table.find(ProfileId.user("p", "u" + number), slab));
        }
        RefTable smaller = table.fitting(20);
        assertThat(all(smaller)).hasSize(20).containsExactlyInAnyOrderElementsOf(all(table));
        assertThat(smaller.heapBytes()).isLessThan(1_000);
        for (int number = 0; number < 30; number++) {
            ProfileId id = ProfileId.user("p", "u" + number);
            assertThat(smaller.reference(id, slab)).isEqualTo(table.reference(id, slab));
        }
        assertThat(smaller.fitting(20)).isSameAs(smaller);
        // There is room for the next one, as after any growth.
        assertThat(smaller.isFull()).isFalse();
    }

    /** A long table is a little shorter than a power of two. Hashes that point beyond its end have other places. */
    @Test
    void find_hashesAtTheEndOfALongTable_areThereUntilTakenAway() {
        RefTable table = RefTable.empty().roomier(2_047);
        List<ProfileId> last = IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> ProfileId.user("p", "e" + number))
                .filter(id -> (id.tableHash() & 4_095) >= 4_080)
                .limit(60)
                .toList();
        for (ProfileId id : last) {
            assertThat(table.prefetch(id.tableHash())).isZero();
            assertThat(table.candidate(id.tableHash())).isEqualTo(RefTable.NONE);
        }
        for (ProfileId id : last) {
            table.put(~table.find(id, slab), id, record(id));
        }
        RefTable longer = table.roomier(4_100);
        List<Long> entries = new ArrayList<>();
        table.forEachEntry(entries::add);
        assertThat(entries).hasSize(60).allMatch(table::holds).allMatch(longer::holds);
        for (ProfileId id : last) {
            int place = table.find(id, slab);
            assertThat(table.reference(id, slab)).isEqualTo(table.at(place)).isEqualTo(longer.reference(id, slab));
            table.remove(place);
            assertThat(table.reference(id, slab)).isEqualTo(RefTable.NONE);
        }
        assertThat(all(table)).isEmpty();
    }

    /** With its header, an array of exactly a power of two takes half as many regions of G1 more, or twice as many. */
    @ParameterizedTest
    @ValueSource(ints = {15, 16, 19, 20, 21})
    void heapBytes_longTable_arePowerOfTwoWithItsHeader(int bits) {
        int longest = 1 << bits;
        long array = RefTable.empty().roomier(longest / 16 - 1).heapBytes() - RefTable.OWN_BYTES;
        assertThat(array).isBetween(longest - 200L, (long) longest);
    }

    @Test
    void roomier_tableBefore_staysAsItWas() {
        RefTable table = RefTable.empty();
        int held = 0;
        while (!table.isFull()) {
            table = put(table, ProfileId.user("p", "u" + held), held);
            held++;
        }
        List<Long> before = all(table);
        RefTable larger = put(table, ADA, held);
        assertThat(larger).isNotSameAs(table);
        assertThat(all(table)).isEqualTo(before);
        assertThat(all(larger)).containsAll(before).hasSize(held + 1);
    }

    /** With more than half of the longest table in use, a longer one would be needed, which does not exist. */
    @Test
    void roomier_beyondTheLongest_fails() {
        assertThatThrownBy(() -> RefTable.empty().roomier(1 << 29))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a shard holds at most 536870912 profiles of a project; build the engine with more shards");
    }

    @Test
    void putReplaceRemove_atRandom_isAMap() {
        Random random = new Random(11);
        List<ProfileId> ids = new ArrayList<>(CollidingIds.inLowBits("p", 6, 20));
        ids.addAll(CollidingIds.whole("p"));
        for (int number = 0; number < 40; number++) {
            ids.add(ProfileId.group("p", "k" + number % 3, "g" + number));
        }
        Map<ProfileId, Long> expected = new HashMap<>();
        RefTable table = RefTable.empty();
        for (int step = 0; step < 10_000; step++) {
            ProfileId id = ids.get(random.nextInt(ids.size()));
            int place = table.find(id, slab);
            assertThat(place >= 0).isEqualTo(expected.containsKey(id));
            if (place >= 0 && random.nextInt(2) == 0) {
                table.remove(place);
                expected.remove(id);
            } else {
                table = put(table, id, expected.size());
                expected.put(id, table.at(table.find(id, slab)));
            }
            ProfileId other = ids.get(random.nextInt(ids.size()));
            assertThat(table.reference(other, slab)).isEqualTo(expected.getOrDefault(other, RefTable.NONE));
        }
        assertThat(all(table)).containsExactlyInAnyOrderElementsOf(expected.values());
    }

    @Test
    void compacted_afterSomeAreGone_keepsEveryPlaceAndMovesWhatIsLeftAfterTouchingIt() {
        RefTable table = RefTable.empty();
        List<ProfileId> ids = new ArrayList<>();
        for (int number = 0; number < 700; number++) {
            ids.add(ProfileId.user("p", "m" + number));
            table = put(table, ids.get(number), number);
        }
        for (ProfileId id : ids.subList(0, 100)) {
            table.remove(table.find(id, slab));
        }
        // Every third chunk.
        BitSet left = new BitSet();
        for (int chunk = 0; chunk < 1_000; chunk += 3) {
            left.set(chunk);
        }
        CompactionPlan compaction = new CompactionPlan(Sizes.TINY.offsetBits(), 1_000, left);
        Set<Long> touched = new HashSet<>();
        RefTable compacted = table.compacted(compaction, touched::add, reference -> {
            assertThat(touched).contains(reference);
            return HIGHEST - reference;
        });
        assertThat(all(compacted)).hasSize(600);
        int moved = 0;
        for (ProfileId id : ids.subList(100, 700)) {
            int place = table.find(id, slab);
            long reference = table.at(place);
            boolean leaves = compaction.evacuates(reference) == 1;
            moved += leaves ? 1 : 0;
            assertThat(compacted.at(place))
                    .isEqualTo(leaves ? HIGHEST - reference : reference + compaction.shift(reference));
            assertThat(compacted.candidate(id.tableHash())).isEqualTo(compacted.at(place));
        }
        assertThat(touched).hasSize(moved);
        assertThat(moved).isBetween(100, 300);
        // The known number of used places decides when the table is full.
        assertThat(compacted.isFull()).isEqualTo(table.isFull());
    }
}
