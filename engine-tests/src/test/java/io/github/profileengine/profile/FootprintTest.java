package io.github.profileengine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.value.ValueBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Estimates assume the object layout of a 64-bit JVM with compressed references. */
class FootprintTest {
    private static final ProfileId ID = ProfileId.user("p", "12345678");
    private static final Profile EMPTY = Profile.empty(ID);

    /** What a property with this value adds to a profile without properties. */
    private static long of(Object value) {
        return Profile.set(EMPTY, "k", value).estimatedBytes() - EMPTY.estimatedBytes();
    }

    @Test
    void estimatedBytes_emptyProfile_isItsObjectsAndItsPlaceInATable() {
        // Profile 32, id 32, head of its array 16, table 12; the id's text 24, with an array of 16 and 8 bytes.
        assertThat(EMPTY.estimatedBytes()).isEqualTo(32 + 32 + 16 + 12 + 24 + 16 + 8);
    }

    /** Each record holds the whole group key: a bound on bytes that forgot it would let in any number of long ones. */
    @Test
    void estimatedBytes_group_isThatOfAUserOfTheSameIdAndItsKey() {
        for (String key : List.of("company", "x".repeat(1_000))) {
            int text = 24 + 16 + (key.length() + 7) / 8 * 8;
            assertThat(Profile.empty(ProfileId.group("p", key, ID.id())).estimatedBytes() - EMPTY.estimatedBytes())
                    .isEqualTo(text);
        }
    }

    /** Profiles share shorter names. A bound on bytes that forgot long ones would let in any number of them. */
    @Test
    void estimatedBytes_longNames_countWhereverTheyAre() {
        String longest = "x".repeat(255);
        int over = 32 + 24 + 16 + 256;
        assertThat(Profile.set(EMPTY, longest, 1).estimatedBytes() - EMPTY.estimatedBytes())
                .isEqualTo(4 + 24);
        assertThat(Profile.set(EMPTY, longest + "x", 1).estimatedBytes() - EMPTY.estimatedBytes())
                .isEqualTo(4 + 24 + over);
        assertThat(of(Map.of(longest, 1))).isEqualTo(4 + 40 + 32 + (8 + 24));
        assertThat(of(Map.of(longest + "x", 1))).isEqualTo(4 + 40 + 32 + (8 + 24) + over);
        assertThat(of(List.of(Map.of(longest + "x", 1)))).isEqualTo(4 + 48 + 16 + 4 + 40 + 32 + (8 + 24) + over);
    }

    @Test
    void estimatedBytes_scalars_areASlotAndTheirObject() {
        assertThat(of(true)).isEqualTo(4);
        assertThat(of(null)).isEqualTo(4);
        assertThat(of(1)).isEqualTo(4 + 24);
        assertThat(of(0.5)).isEqualTo(4 + 24);
        assertThat(of("")).isEqualTo(4 + 24 + 16);
        assertThat(of("123456789")).isEqualTo(4 + 24 + 16 + 16);
    }

    @Test
    void estimatedBytes_textBeyondLatin1_takesTwoBytesAUnit() {
        assertThat(of("\u00ff".repeat(8))).isEqualTo(4 + 24 + 16 + 8);
        assertThat(of("\u0100".repeat(8))).isEqualTo(4 + 24 + 16 + 16);
        assertThat(of("x".repeat(7) + "\u0100")).isEqualTo(4 + 24 + 16 + 16);
    }

    @Test
    void estimatedBytes_listsAndObjects_areTheirsAndTheirElements() {
        assertThat(of(List.of())).isEqualTo(4 + 48 + 16);
        assertThat(of(List.of(1, true))).isEqualTo(4 + 48 + 16 + (4 + 24) + 4);
        assertThat(of(Map.of())).isEqualTo(4 + 40 + 32);
        assertThat(of(Map.of("a", 1))).isEqualTo(4 + 40 + 32 + (8 + 24));
        assertThat(of(List.of(List.of(1)))).isEqualTo(4 + 48 + 16 + 4 + 48 + 16 + (4 + 24));
    }

    @Test
    void estimatedBytes_listThatGrows_isThatOfTheWholeList() {
        Profile grown = EMPTY;
        List<Object> whole = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            grown = Profile.append(grown, "k", "element " + i);
            whole.add("element " + i);
            assertThat(grown.estimatedBytes())
                    .isEqualTo(Profile.set(EMPTY, "k", whole).estimatedBytes());
        }
        assertThat(Profile.unset(grown, "k").estimatedBytes()).isEqualTo(EMPTY.estimatedBytes());
    }

    @Test
    void estimatedBytes_propertyNames_areSharedAndNotCounted() {
        assertThat(Profile.set(EMPTY, "k".repeat(200), 1).estimatedBytes())
                .isEqualTo(Profile.set(EMPTY, "k", 1).estimatedBytes());
    }

    /** An estimate that was cut off at the largest number is right again once a part of the profile is gone. */
    @Test
    void estimatedBytes_oneOfTwoHugeValuesTakenAway_areThoseOfTheOther() {
        Object thousand = ValueBuilder.copyOf(Collections.nCopies(1_000, 1L), 9);
        Object million = ValueBuilder.copyOf(Collections.nCopies(1_000, thousand), 9);
        Object huge = ValueBuilder.copyOf(Collections.nCopies(80, million), 9);
        Reducer reducer = new Reducer(ReducerOptions.defaults());
        Profile both = reducer.fold(
                null,
                List.of(Update.of(ID).set("k", huge).set("l", huge).set("m", 1).build()));
        assertThat(both.estimatedBytes()).isEqualTo(Integer.MAX_VALUE);
        Profile one = reducer.fold(both, List.of(Update.of(ID).unset("k").build()));
        assertThat(one.estimatedBytes()).isEqualTo(Integer.MAX_VALUE);
        Profile none = reducer.fold(one, List.of(Update.of(ID).unset("l").build()));
        assertThat(none.estimatedBytes()).isEqualTo(Profile.set(EMPTY, "m", 1).estimatedBytes());
    }
}
