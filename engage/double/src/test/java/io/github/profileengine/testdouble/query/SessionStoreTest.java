package io.github.profileengine.testdouble.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SessionStoreTest {
    private static final Profile PROFILE = Profile.empty(ProfileId.user("t", "u"));
    private static final int MOST = 1_000;

    private final SessionStore store = new SessionStore(MOST * PROFILE.estimatedBytes());

    private static QuerySession session(String id, int profiles) {
        List<Profile> found = Collections.nCopies(profiles, PROFILE);
        return new QuerySession(id, "t", Map.of(), found, new ResultWriter(null), 1_000);
    }

    @Test
    void newId_counted_neverRepeats() {
        assertThat(store.newId(12)).isEqualTo("12-AAAAAA");
        assertThat(store.newId(12)).isEqualTo("12-AAAAAB");
        for (int more = 2; more < 26; more++) {
            store.newId(12);
        }
        assertThat(store.newId(11)).isEqualTo("11-AAAABA");
    }

    @Test
    void put_manyBytes_dropsTheEldest() {
        store.put(session("a", MOST / 2));
        store.put(session("b", MOST / 2));
        assertThat(store.get("a")).isNotNull();

        store.put(session("c", 1));

        assertThat(store.get("b")).isNull();
        assertThat(store.get("a")).isNotNull();
        assertThat(store.get("c")).isNotNull();
    }

    /** A question for many ids that do not exist keeps its text in memory. */
    @Test
    void put_longQuestionsWithoutAnswer_count() {
        for (String id : List.of("a", "b")) {
            Map<QueryParameter, String> asked =
                    Map.of(QueryParameter.DISTINCT_IDS, "x".repeat((int) (MOST * PROFILE.estimatedBytes() / 3)));
            store.put(new QuerySession(id, "t", asked, List.of(), new ResultWriter(null), 1_000));
        }
        assertThat(store.get("a")).isNull();

        List<String> names = Collections.nCopies(1, "y".repeat((int) (MOST * PROFILE.estimatedBytes() / 2)));
        store.put(new QuerySession("c", "t", Map.of(), List.of(), new ResultWriter(names), 1_000));
        assertThat(store.get("b")).isNull();
    }

    @Test
    void put_moreBytesThanTheBound_staysAlone() {
        store.put(session("a", 1));
        store.put(session("b", MOST + 1));

        assertThat(store.get("a")).isNull();
        assertThat(store.get("b")).isNotNull();

        store.put(session("c", 1));

        assertThat(store.get("b")).isNull();
        assertThat(store.get("c")).isNotNull();
    }
}
