package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.table.ReadPass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackedReadPassTest {
    private static final Reducer REDUCER = new Reducer(ReducerOptions.defaults());

    private final PackedTable table = new PackedTable(REDUCER);

    private static Profile profile(ProfileId id) {
        return Profile.of(id, Map.of("its", id.id() + " of " + id.token()));
    }

    private static List<@Nullable Profile> read(List<PackedTable> tables, List<ProfileId> ids) {
        @Nullable Profile[] found = new Profile[ids.size()];
        ReadPass pass = tables.get(0).readPass(found);
        for (int at = 0; at < found.length; at++) {
            pass.add(tables.get(at % tables.size()), ids.get(at));
        }
        pass.end();
        return Arrays.asList(found);
    }

    // Among some hundred thousand texts, two have the same 32-bit hash, whatever the seed is.
    private static List<ProfileId> idsOfOneHash() {
        Map<Integer, ProfileId> known = new HashMap<>();
        for (int number = 0; ; number++) {
            ProfileId id = ProfileId.user("p", "user-" + number);
            ProfileId other = known.put(id.tableHash(), id);
            if (other != null) {
                return List.of(other, id);
            }
        }
    }

    @Test
    void read_idsOfOneHash_findsEachItsOwn() {
        List<ProfileId> ids = idsOfOneHash();
        ids.forEach(id -> table.load(profile(id)));
        assertThat(read(List.of(table), ids)).isEqualTo(List.of(profile(ids.get(0)), profile(ids.get(1))));
    }

    @Test
    void read_idOfAnothersHash_isNotFound() {
        List<ProfileId> ids = idsOfOneHash();
        table.load(profile(ids.get(0)));
        assertThat(read(List.of(table), ids)).isEqualTo(Arrays.asList(profile(ids.get(0)), null));
    }

    /** Ids that are missing, repeated, or of several projects and tables, and more ids than are looked up together. */
    @Test
    void read_manyInAnyOrder_comeInThatOrder() {
        List<PackedTable> tables = List.of(table, new PackedTable(REDUCER), new PackedTable(REDUCER));
        List<ProfileId> ids = new ArrayList<>();
        List<@Nullable Profile> expected = new ArrayList<>();
        Random random = new Random(5);
        for (int at = 0; at < 1_000; at++) {
            int number = random.nextInt(400);
            ProfileId id = ProfileId.user("p" + number % 7, "u" + number);
            boolean there = number % 5 > 0;
            ids.add(id);
            expected.add(there ? profile(id) : null);
            if (there) {
                tables.forEach(each -> each.load(profile(id)));
            }
        }
        assertThat(read(tables, ids)).isEqualTo(expected);
        assertThat(read(tables, Collections.emptyList())).isEmpty();
    }

    /**
     * The first occurrence of an id is looked up in the table of that moment, the second in the table that came later.
     */
    @Test
    void read_idThatIsWrittenBetweenItsTwoPlaces_isNoOlderAtTheSecond() {
        ProfileId ada = ProfileId.user("p", "ada");
        table.load(profile(ada));
        @Nullable Profile[] found = new Profile[3];
        ReadPass pass = table.readPass(found);
        pass.add(table, ada);
        // The table grows, so the first occurrence was looked up in an older one; then the record moves.
        for (int number = 0; number < 100; number++) {
            table.load(profile(ProfileId.user("p", "u" + number)));
        }
        Profile longer = Profile.of(ada, Map.of("its", "x".repeat(300)));
        table.load(longer);
        pass.add(table, ada);
        pass.add(table, ProfileId.user("p", "u99"));
        pass.end();
        assertThat(found[0]).isIn(profile(ada), longer);
        assertThat(found[1]).isEqualTo(longer);
        assertThat(found[2]).isEqualTo(profile(ProfileId.user("p", "u99")));
    }
}
