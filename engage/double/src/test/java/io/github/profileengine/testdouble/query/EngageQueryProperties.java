package io.github.profileengine.testdouble.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.snapshot.SnapshotBuilder;
import io.github.profileengine.value.CanonicalText;
import io.github.profileengine.wire.JsonText;
import io.github.profileengine.wire.request.RequestParameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EngageQueryProperties {
    private static final Snapshot EMPTY = Snapshot.builder().build();

    private Snapshot content = EMPTY;
    private final EngageQuery query = new EngageQuery(() -> content, () -> Instant.EPOCH);

    @Provide
    Arbitrary<Set<String>> ids() {
        return Arbitraries.of("a", "b", "B", "aa", "1", "10", "9", "\uffff", "\ud83d\ude00", "\u00e9", "z", "\"")
                .set();
    }

    private Map<?, ?> ask(String form) {
        return (Map<?, ?>)
                JsonText.read(query.answer("t", RequestParameters.ofQuery(form)).json());
    }

    @Property
    void pages_oneAfterTheOther_holdEveryProfileOnceInOrder(
            @ForAll("ids") Set<String> ids, @ForAll @IntRange(min = 1, max = 5) int pageSize) {
        SnapshotBuilder builder = Snapshot.builder();
        ids.forEach(id -> builder.add(Profile.empty(ProfileId.user("t", id))));
        content = builder.build();
        List<String> found = new ArrayList<>();

        Map<?, ?> answer = ask("page_size=" + pageSize);
        for (int page = 1; collect(answer, found) == pageSize; page++) {
            content = EMPTY;
            answer = ask("page=" + page + "&session_id=" + answer.get("session_id"));
        }

        assertThat(answer.get("total")).isEqualTo((long) ids.size());
        assertThat(found)
                .isEqualTo(ids.stream().sorted(CanonicalText::compareNames).toList());
    }

    private static int collect(Map<?, ?> answer, List<String> found) {
        List<?> results = (List<?>) answer.get("results");
        results.forEach(result -> found.add((String) ((Map<?, ?>) result).get("$distinct_id")));
        return results.size();
    }
}
