package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.feed.FeedOverflow;
import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.store.EngineChangesTest.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The order in which an engine with one shard tells of the changes of many profiles. */
class ChangeOrderTest {
    private static final int MANY = 60;

    @ParameterizedTest
    @EnumSource
    void apply_batch_isToldInTheOrderOfItsList(StoreKind kind) {
        ProfileEngine engine = engine(kind);
        Seen seen = seen(engine);
        List<ProfileId> written = new ArrayList<>(ids("q"));
        written.addAll(ids("p"));
        set(engine, written, 1);

        assertThat(seen.changes).extracting(ProfileChange::id).containsExactlyElementsOf(written);
    }

    @ParameterizedTest
    @EnumSource
    void clear_project_isToldInTheOrderOfIds(StoreKind kind) {
        ProfileEngine engine = engine(kind);
        set(engine, ids("p"), 1);
        set(engine, ids("q"), 2);
        Seen seen = seen(engine);
        engine.clear("p");

        assertThat(seen.changes)
                .extracting(ProfileChange::id)
                .containsExactlyElementsOf(ids("p").stream().sorted().toList());
        assertThat(seen.changes).allMatch(change -> change.before().integer("k") == 1 && change.after() == null);
    }

    @ParameterizedTest
    @EnumSource
    void restore_state_isToldInTheOrderOfIds(StoreKind kind) {
        ProfileEngine engine = engine(kind);
        set(engine, ids("changed"), 1);
        set(engine, ids("back"), 2);
        set(engine, ids("same"), 3);
        Snapshot state = engine.snapshot();
        engine.clear("back");
        set(engine, ids("changed"), 4);
        set(engine, ids("gone"), 5);
        Seen seen = seen(engine);
        engine.restore(state);

        assertThat(seen.changes)
                .extracting(ProfileChange::id)
                .containsExactlyElementsOf(Stream.of("back", "changed", "gone")
                        .flatMap(token -> ids(token).stream().sorted())
                        .toList());
        assertThat(seen.changes).allMatch(change -> switch (change.id().token()) {
            case "back" -> change.isCreated() && change.after().integer("k") == 2;
            case "changed" ->
                change.before().integer("k") == 4 && change.after().integer("k") == 1;
            default -> change.isDeleted() && change.before().integer("k") == 5;
        });
    }

    // Not in their order.
    private static List<ProfileId> ids(String token) {
        List<ProfileId> ids = new ArrayList<>();
        for (int at = 0; at < MANY; at++) {
            String id = "u" + at * 7 % MANY;
            ids.add(at % 5 == 0 ? ProfileId.group(token, "company", id) : ProfileId.user(token, id));
        }
        return ids;
    }

    private static void set(ProfileEngine engine, List<ProfileId> ids, int value) {
        engine.apply(Batch.of(
                ids.stream().map(id -> Update.of(id).set("k", value).build()).toList()));
    }

    private static ProfileEngine engine(StoreKind kind) {
        return ProfileEngine.builder()
                .store(kind)
                .shards(1)
                .automaticCreated(false)
                .automaticLastSeen(false)
                .build();
    }

    private static Seen seen(ProfileEngine engine) {
        Seen seen = new Seen();
        engine.changes(10 * MANY, FeedOverflow.FAIL_SUBSCRIBER, Runnable::run).subscribe(seen);
        return seen;
    }
}
