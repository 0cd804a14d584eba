package io.github.profileengine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProfileSlotsTest {
    private static Profile profile(ProfileId id) {
        return Profile.empty(id);
    }

    private static ProfileSlots put(ProfileSlots slots, Profile profile, int present) {
        ProfileSlots roomy = slots.isFull() ? slots.roomier(present) : slots;
        int place = roomy.find(profile.id());
        if (place < 0) {
            roomy.put(~place, profile);
        } else {
            roomy.replace(place, profile);
        }
        return roomy;
    }

    private static List<Profile> all(ProfileSlots slots) {
        List<Profile> all = new ArrayList<>();
        slots.forEach(all::add);
        return all;
    }

    @Test
    void get_emptyTable_findsNothing() {
        ProfileSlots empty = ProfileSlots.empty();
        assertThat(empty.get(ProfileId.user("p", "u"))).isNull();
        assertThat(empty.find(ProfileId.user("p", "u"))).isNegative();
        assertThat(all(empty)).isEmpty();
    }

    /** All ids begin at one slot, so each search passes the others. */
    @Test
    void find_idsOfOneSlot_areToldApart() {
        List<ProfileId> ids = CollidingIds.inLowBits("p", 10, 12);
        ProfileSlots slots = ProfileSlots.empty();
        for (int i = 0; i < ids.size() - 1; i++) {
            slots = put(slots, profile(ids.get(i)), i);
        }
        for (ProfileId id : ids.subList(0, ids.size() - 1)) {
            assertThat(slots.get(id).id()).isEqualTo(id);
            assertThat(slots.at(slots.find(id)).id()).isEqualTo(id);
        }
        assertThat(slots.get(ids.get(ids.size() - 1))).isNull();
        assertThat(all(slots)).hasSize(ids.size() - 1);
    }

    @Test
    void find_idsOfOneHash_areToldApart() {
        List<ProfileId> ids = CollidingIds.whole("p");
        ProfileSlots slots = put(ProfileSlots.empty(), profile(ids.get(0)), 0);
        assertThat(slots.get(ids.get(1))).isNull();
        assertThat(slots.find(ids.get(1))).isNegative();
        slots = put(slots, profile(ids.get(1)), 1);
        assertThat(slots.get(ids.get(0)).id()).isEqualTo(ids.get(0));
        assertThat(slots.get(ids.get(1)).id()).isEqualTo(ids.get(1));
    }

    @Test
    void get_equalIdOfAnotherInstance_findsTheProfile() {
        ProfileSlots slots = put(ProfileSlots.empty(), profile(ProfileId.user("p", "u")), 0);
        assertThat(slots.get(ProfileId.user("p", new String("u")))).isNotNull();
    }

    /** A search must not end where a profile was removed. */
    @Test
    void remove_inTheMiddleOfAWalk_theOthersAreFoundStill() {
        List<ProfileId> ids = CollidingIds.inLowBits("p", 12, 5);
        ProfileSlots slots = ProfileSlots.empty();
        for (int i = 0; i < 5; i++) {
            slots = put(slots, profile(ids.get(i)), i);
        }
        slots.remove(slots.find(ids.get(1)));
        slots.remove(slots.find(ids.get(3)));
        for (int i = 0; i < 5; i++) {
            assertThat(slots.get(ids.get(i)) == null).isEqualTo(i == 1 || i == 3);
            assertThat(slots.find(ids.get(i)) < 0).isEqualTo(i == 1 || i == 3);
        }
        assertThat(all(slots)).hasSize(3);
    }

    /** The place of a removed profile is used again, so coming and going needs no growth. */
    @Test
    void put_afterRemove_reusesThePlace() {
        List<ProfileId> ids = CollidingIds.inLowBits("p", 12, 3);
        ProfileSlots slots = ProfileSlots.empty();
        slots = put(slots, profile(ids.get(0)), 0);
        slots = put(slots, profile(ids.get(1)), 1);
        ProfileSlots same = slots;
        for (int i = 0; i < 100; i++) {
            int place = same.find(ids.get(i % 2));
            same.remove(place);
            assertThat(~same.find(ids.get(2)))
                    .as("the first place that is free")
                    .isEqualTo(place);
            same.put(~same.find(ids.get(2)), profile(ids.get(2)));
            same.remove(same.find(ids.get(2)));
            same.put(~same.find(ids.get(i % 2)), profile(ids.get(i % 2)));
        }
        assertThat(all(same)).hasSize(2);
        assertThat(same.get(ids.get(2))).isNull();
    }

    /** An existing profile is found behind the place of one that was removed. */
    @Test
    void find_presentBehindAFreedPlace_isNotPutTwice() {
        List<ProfileId> ids = CollidingIds.inLowBits("p", 12, 2);
        ProfileSlots slots = put(ProfileSlots.empty(), profile(ids.get(0)), 0);
        slots = put(slots, profile(ids.get(1)), 1);
        slots.remove(slots.find(ids.get(0)));
        assertThat(slots.find(ids.get(1))).isNotNegative();
        slots = put(slots, Profile.set(profile(ids.get(1)), "k", 1), 1);
        assertThat(all(slots)).hasSize(1);
        assertThat(slots.get(ids.get(1)).get("k")).isEqualTo(1L);
    }

    @Test
    void isFull_anySize_leavesAnEmptySlotForEveryWalkToEnd() {
        ProfileSlots slots = ProfileSlots.empty();
        ProfileId missing = ProfileId.user("p", "missing");
        for (int i = 0; i < 3_000; i++) {
            slots = put(slots, profile(ProfileId.user("p", "u" + i)), i);
            // Without an empty slot, this search would never end.
            assertThat(slots.get(missing)).isNull();
        }
        assertThat(all(slots)).hasSize(3_000);
    }

    /**
     * The next growth drops the places of removed profiles. Here it is no growth: the table shrinks if few profiles are
     * left.
     */
    @Test
    void roomier_mostGone_isSmallerAndComplete() {
        ProfileSlots slots = ProfileSlots.empty();
        for (int i = 0; i < 1_000; i++) {
            slots = put(slots, profile(ProfileId.user("p", "u" + i)), i);
        }
        for (int i = 3; i < 1_000; i++) {
            slots.remove(slots.find(ProfileId.user("p", "u" + i)));
        }
        ProfileSlots small = slots.roomier(3);
        assertThat(all(small)).hasSize(3).hasSameElementsAs(all(slots));
        int room = 0;
        while (!small.isFull()) {
            small.put(~small.find(ProfileId.user("q", "u" + room)), profile(ProfileId.user("q", "u" + room)));
            room++;
        }
        assertThat(room).as("few slots for few profiles").isBetween(1, 10);
        assertThat(all(slots)).as("the old one stays as it was").hasSize(3);
    }

    /** More than half of the longest table would not fit the next one, which there is not. */
    @Test
    void roomier_beyondTheLongest_fails() {
        assertThatThrownBy(() -> ProfileSlots.empty().roomier(1 << 29))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a shard holds at most 536870912 profiles of a project; build the engine with more shards");
    }

    @Test
    void copy_changed_leavesTheOriginal() {
        ProfileId ada = ProfileId.user("p", "ada");
        ProfileId bob = ProfileId.user("p", "bob");
        ProfileSlots slots = put(ProfileSlots.empty(), profile(ada), 0);
        ProfileSlots copy = slots.copy();
        copy.put(~copy.find(bob), profile(bob));
        copy.remove(copy.find(ada));
        assertThat(all(slots)).containsExactly(profile(ada));
        assertThat(all(copy)).containsExactly(profile(bob));
        assertThat(copy.isFull()).as("it knows how much of it is in use").isTrue();
        assertThat(slots.isFull()).isFalse();
    }

    @Test
    void putReplaceRemove_atRandom_isAMap() {
        Random random = new Random(11);
        List<ProfileId> ids = new ArrayList<>(CollidingIds.inLowBits("p", 6, 20));
        for (int i = 0; i < 40; i++) {
            ids.add(ProfileId.group("p", "k" + i % 3, "g" + i));
        }
        Map<ProfileId, Profile> expected = new HashMap<>();
        ProfileSlots slots = ProfileSlots.empty();
        for (int step = 0; step < 20_000; step++) {
            ProfileId id = ids.get(random.nextInt(ids.size()));
            int place = slots.find(id);
            assertThat(place >= 0).isEqualTo(expected.containsKey(id));
            if (place >= 0 && random.nextInt(2) == 0) {
                slots.remove(place);
                expected.remove(id);
            } else {
                Profile fresh = Profile.set(profile(id), "step", step);
                slots = put(slots, fresh, expected.size());
                expected.put(id, fresh);
            }
            ProfileId other = ids.get(random.nextInt(ids.size()));
            assertThat(slots.get(other)).isSameAs(expected.get(other));
        }
        assertThat(all(slots)).hasSize(expected.size()).hasSameElementsAs(expected.values());
    }
}
