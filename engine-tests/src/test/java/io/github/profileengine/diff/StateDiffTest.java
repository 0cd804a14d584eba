package io.github.profileengine.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.store.Batch;
import io.github.profileengine.store.Engines;
import io.github.profileengine.store.ProfileEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StateDiffTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final ProfileId BOB = ProfileId.user("p", "bob");
    private static final ProfileId EVE = ProfileId.user("a", "eve");
    private static final ProfileId TEAM = ProfileId.group("p", "team", "t");

    private final ProfileEngine engine =
            Engines.builder().automaticCreated(false).automaticLastSeen(false).build();

    private Snapshot before() {
        engine.apply(Batch.of(
                Update.of(ADA).set("k", 1).build(),
                Update.of(BOB).set("k", 1).build(),
                Update.of(TEAM).set("k", 1).build()));
        engine.alias("p", "a", "ada");
        return engine.snapshot();
    }

    private Snapshot after() {
        engine.apply(Batch.of(
                Update.of(ADA).set("k", 2).build(),
                Update.of(BOB).delete().build(),
                Update.of(EVE).set("k", 1).build()));
        engine.alias("p", "b", "bob");
        return engine.snapshot();
    }

    @Test
    void between_snapshotsOfOneEngine_tellsWhatHappened() {
        StateDiff diff = StateDiff.between(before(), after());

        assertThat(diff.profiles()).extracting(ProfileDiff::id).containsExactly(EVE, ADA, BOB);
        assertThat(diff.added()).isEqualTo(1);
        assertThat(diff.changed()).isEqualTo(1);
        assertThat(diff.removed()).isEqualTo(1);
        assertThat(diff.addedAliases()).containsExactly(new Alias("p", "b", "bob"));
        assertThat(diff.removedAliases()).isEmpty();
        assertThat(diff).hasToString("1 profiles added, 1 removed, 1 changed, 1 aliases added, 0 removed");
    }

    /** Texts with the same {@code String.hashCode}: whoever chooses ids must not decide how long a difference takes. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void between_aliasesChosenToCollide_isFound() {
        for (int number = 0; number < 1 << 16; number++) {
            StringBuilder alias = new StringBuilder();
            for (int pair = 0; pair < 16; pair++) {
                alias.append((number >> pair & 1) == 0 ? "Aa" : "BB");
            }
            engine.alias("p", alias.toString(), "ada");
        }
        Snapshot many = engine.snapshot();
        Snapshot none = Snapshot.builder().build();

        StateDiff diff = StateDiff.between(none, many);

        assertThat(diff.addedAliases()).hasSize(1 << 16);
        assertThat(diff.inverse().applyTo(many)).isEqualTo(none);
    }

    @Test
    void between_equalStatesWithoutSharedParts_isEmpty() {
        Snapshot state = before();
        try (ProfileEngine other =
                Engines.builder().shards(5).options(options()).build()) {
            state.forEach(profile -> other.apply(
                    Batch.of(Update.of(profile.id()).set(profile.properties()).build())));
            other.alias("p", "a", "ada");

            assertThat(StateDiff.between(state, other.snapshot()).isEmpty()).isTrue();
            assertThat(StateDiff.between(other.snapshot(), state).isEmpty()).isTrue();
            assertThat(state).isEqualTo(other.snapshot());
        }
    }

    private static ReducerOptions options() {
        return ReducerOptions.defaults().withAutomaticCreated(false).withAutomaticLastSeen(false);
    }

    @Test
    void between_otherNumbersOfShards_isTheSame() {
        Snapshot before = before();
        Snapshot after = after();
        StateDiff diff = StateDiff.between(before, after);
        for (int shards : new int[] {1, 3, 1_024}) {
            try (ProfileEngine other =
                    Engines.builder().shards(shards).state(after).build()) {
                assertThat(StateDiff.between(before, other.snapshot())).isEqualTo(diff);
                assertThat(StateDiff.between(other.snapshot(), before)).isEqualTo(diff.inverse());
            }
        }
    }

    @Test
    void applyTo_stateBefore_isTheStateAfterAndBack() {
        Snapshot before = before();
        Snapshot after = after();
        StateDiff diff = StateDiff.between(before, after);

        assertThat(diff.applyTo(before).stateHash()).isEqualTo(after.stateHash());
        assertThat(diff.inverse().applyTo(after).stateHash()).isEqualTo(before.stateHash());
        assertThat(diff.inverse().inverse()).isEqualTo(diff);
    }

    @Test
    void applyTo_stateThatDisagrees_isAConflict() {
        Snapshot before = before();
        StateDiff diff = StateDiff.between(before, after());

        assertThatThrownBy(() -> diff.applyTo(engine.snapshot())).isInstanceOf(DiffConflictException.class);
    }

    @Test
    void between_aliasMappedAnew_isRemovedAndAdded() {
        Snapshot before = before();
        engine.clear("p");
        engine.alias("p", "a", "bob");
        StateDiff diff = StateDiff.between(before, engine.snapshot());

        assertThat(diff.removedAliases()).containsExactly(new Alias("p", "a", "ada"));
        assertThat(diff.addedAliases()).containsExactly(new Alias("p", "a", "bob"));
        assertThat(diff.applyTo(before)).isEqualTo(engine.snapshot());
    }

    @Test
    void applyTo_aliasToTakeAwayIsAnother_isRefused() {
        engine.alias("p", "a", "ada");
        Snapshot mapped = engine.snapshot();
        StateDiff away = StateDiff.between(mapped, Snapshot.builder().build());
        Snapshot other = Snapshot.builder().alias("p", "a", "bob").build();

        assertThat(away.applyTo(mapped).aliases()).isEmpty();
        assertThatThrownBy(() -> away.applyTo(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alias to remove is not there: " + new Alias("p", "a", "ada"));
    }
}
