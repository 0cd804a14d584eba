package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileHeapSize;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.store.StoreKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles that were read from records create their values only when they are asked for. */
class RecordValuesTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private final ProfileEngine engine =
            ProfileEngine.builder().store(StoreKind.PACKED).build();

    private static Map<String, @Nullable Object> properties(int count) {
        List<@Nullable Object> kinds =
                Arrays.asList(null, true, 7L, -70_000L, 1L << 40, 0.5, "latin", "\u4e2d\u6587", "", List.of(1L, "two"));
        Map<String, @Nullable Object> properties = new TreeMap<>();
        for (int at = 0; at < count; at++) {
            properties.put("k" + at, kinds.get(at % kinds.size()));
        }
        return properties;
    }

    private Profile stored(Map<String, ? extends @Nullable Object> properties) {
        engine.apply(
                Batch.of(List.of(Update.of(ADA).set(properties).ignoreTime(true).build())));
        return engine.profile(ADA).orElseThrow();
    }

    private static List<@Nullable Object> oneByOne(Profile profile, Map<String, ?> names) {
        List<@Nullable Object> values = new ArrayList<>();
        names.keySet().forEach(name -> values.add(profile.get(name)));
        return values;
    }

    // Few values, more than fit into ends of one byte, and more than fit into one array of slots.
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 40, 200})
    void get_beforeAndAfterLookingAtAll_isTheSame(int count) {
        Map<String, @Nullable Object> properties = properties(count);
        Profile profile = stored(properties);
        List<@Nullable Object> expected = new ArrayList<>(properties.values());
        assertThat(oneByOne(profile, properties)).isEqualTo(expected);
        assertThat(profile.properties()).containsAllEntriesOf(properties);
        assertThat(oneByOne(profile, properties)).isEqualTo(expected);
    }

    @Test
    void get_afterItsRecordWasWrittenAgain_isAsItWasRead() {
        Profile before = stored(Map.of("name", "ada"));
        Profile after = stored(Map.of("name", "eve"));
        assertThat(before.get("name")).isEqualTo("ada");
        assertThat(after.get("name")).isEqualTo("eve");
    }

    @Test
    void get_afterAnObjectWasReplaced_isAsItWasRead() {
        Profile before = stored(Map.of("o", LargeObject.of("in", 1L), "name", "ada"));
        stored(Map.of("o", LargeObject.of("in", 2L), "name", "eve"));
        assertThat(before.get("o")).isEqualTo(LargeObject.of("in", 1L));
        assertThat(before.get("name")).isEqualTo("ada");
    }

    @Test
    void settled_ofLazyValues_isEqualAndHasItsValuesAtHand() {
        Profile lazy = stored(properties(10));
        assertThat(lazy.get("k6")).isNotSameAs(lazy.get("k6"));
        Profile settled = ProfileHeapSize.settled(lazy);
        assertThat(settled).isEqualTo(lazy);
        assertThat(settled.get("k6")).isSameAs(settled.get("k6"));
        assertThat(ProfileHeapSize.settled(settled)).isSameAs(settled);
    }
}
