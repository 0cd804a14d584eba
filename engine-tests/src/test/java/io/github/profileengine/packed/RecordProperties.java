package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.RandomValues;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.Footprint;
import io.github.profileengine.value.ValueBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What is written into a record comes out as it went in. */
class RecordProperties {
    private static final Reducer REDUCER = new Reducer(ReducerOptions.defaults());

    private static PackedTable loaded(PackedSizes sizes, Iterable<Profile> profiles) {
        PackedTable table = new PackedTable(REDUCER, sizes);
        profiles.forEach(table::load);
        return table;
    }

    private static String name(RandomValues values) {
        return values.percent(20) ? values.text() + "x".repeat(300) : values.text();
    }

    private static Object value(RandomValues values) {
        if (values.percent(10)) {
            return (values.percent(50) ? "a" : "\u4e16").repeat(values.of(List.of(200, 254, 255, 256, 257, 5_000)));
        } else if (values.percent(10)) {
            return values.of(List.of(127L, -128L, 128L, 32_767L, -32_769L, 2_147_483_647L, -2_147_483_649L));
        } else if (values.percent(10)) {
            return values.of(List.of(
                    "0000-01-01T00:00:00",
                    "9999-12-31T23:59:59",
                    "2024-02-29T23:59:59",
                    "2023-02-29T00:00:00",
                    "1969-12-31T23:59:59",
                    "2024-06-01T24:00:00",
                    "2024-06-01T12:00:00Z",
                    "2024-06-01 12:00:00",
                    "2024-06-01T12:00:60"));
        } else if (values.percent(15)) {
            List<Object> list = new ArrayList<>();
            for (int size = values.of(List.of(0, 1, 12, 63, 64, 65, 200)); size > 0; size--) {
                list.add(values.percent(50) ? values.text() : values.number());
            }
            return list;
        }
        return values.value();
    }

    private static Profile profile(RandomValues values, Random random, ProfileId id) {
        int size = values.of(List.of(0, 1, 2, 12, 63, 64, 65, 200, values.percent(5) ? 2_000 : 30));
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int number = 0; number < size; number++) {
            properties.put(values.percent(30) ? name(values) : "name " + random.nextInt(3_000), value(values));
        }
        return Profile.of(id, properties);
    }

    private static ProfileId id(RandomValues values, int number) {
        String text = values.of(List.of("u", "\u00e9", "\u4e16", "\ud83d\ude00", "long ".repeat(60))) + number;
        return values.percent(50) ? ProfileId.user("p", text) : ProfileId.group("p", text + "key", text);
    }

    @Property(tries = 40)
    void record_anyProfile_comesOutAsItWentIn(@ForAll long seed) {
        Random random = new Random(seed);
        RandomValues values = new RandomValues(random);
        Map<ProfileId, Profile> profiles = new HashMap<>();
        for (int number = 0; number < 12; number++) {
            ProfileId id = id(values, number);
            profiles.put(id, profile(values, random, id));
        }
        for (PackedSizes sizes : List.of(PackedSizes.DEFAULT, Sizes.TINY, Sizes.CRAMPED)) {
            PackedTable table = loaded(sizes, profiles.values());
            // Twice: the second time in place of what is there.
            for (int round = 0; round < 2; round++) {
                profiles.forEach((id, profile) -> {
                    Profile found = table.get(id);
                    assertThat(found).isEqualTo(profile);
                    assertThat(found.canonicalText()).isEqualTo(profile.canonicalText());
                });
                Map<ProfileId, Profile> told = new HashMap<>();
                table.forEach("p", profile -> told.put(profile.id(), profile));
                assertThat(told).isEqualTo(profiles);
                assertThat(table.bytes())
                        .isEqualTo(profiles.values().stream()
                                .mapToLong(Profile::estimatedBytes)
                                .sum());
                profiles.values().forEach(table::load);
            }
        }
    }

    /** The view of a slot answers every question as the view of the object does. */
    @Property(tries = 200)
    void slot_anyTwoValues_isSeenAsTheValueItself(@ForAll long seed) {
        RandomValues values = new RandomValues(new Random(seed));
        Object one = canonical(value(values));
        Object other = values.percent(30) ? one : canonical(value(values));
        RecordImage image = new RecordImage();
        Profile profile = Profile.of(ProfileId.user("p", "u"), Collections.singletonMap("k", one));
        PackedValue view = new PackedValue(recordOf(profile, image)).pointedAt(0);
        CurrentValue expected = CurrentValue.of(one);
        assertThat(view.isAbsent()).isFalse();
        assertThat(view.type()).isEqualTo(expected.type());
        assertThat(view.isNumber()).isEqualTo(expected.isNumber());
        assertThat(view.list() == null ? null : view.list().value()).isEqualTo(expected.list());
        assertThat(view.object()).isEqualTo(expected.object());
        if (expected.isNumber()) {
            assertThat(view.number()).isEqualTo(expected.number());
        }
        assertThat(view.sameAs(one)).isTrue();
        assertThat(view.sameAs(other)).isEqualTo(expected.sameAs(other));
        assertThat(view.sameAs(CurrentValue.ABSENT)).isFalse();
        assertThat(recordOf(profile, image).footprint(0)).isEqualTo(Footprint.of(one));
    }

    private static RecordView recordOf(Profile profile, RecordImage image) {
        image.begin(profile.shape());
        image.addAll(profile.asObject());
        KeyScratch key = new KeyScratch();
        key.hold(profile.id());
        Slab slab = new Slab(PackedSizes.DEFAULT);
        int capacity = image.capacity(key.length());
        long reference = slab.append(image, key.bytes(), key.from(), key.length(), capacity);
        Chunk chunk = slab.chunk(reference);
        return new RecordView().pointedAt(chunk.bytes(), slab.at(reference), chunk.objects());
    }

    private static Object canonical(Object value) {
        return ValueBuilder.copyOf(value, 99);
    }
}
