package io.github.profileengine.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.Update;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What every table must do, whatever it stores profiles as. Subclasses say which table is tested. */
public abstract class TableSuite {
    private static final Reducer REDUCER = new Reducer(ReducerOptions.defaults());
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final ProfileId BOB = ProfileId.user("p", "bob");
    private static final ProfileId ELSEWHERE = ProfileId.user("q", "ada");

    private final TableStep step = new TableStep(Admission.ALL);

    private static Update set(ProfileId id, Object value) {
        return Update.of(id).set("k", value).build();
    }

    private static Update delete(ProfileId id) {
        return Update.of(id).delete().build();
    }

    private void apply(ProfileTable table, Update... updates) {
        for (Update update : updates) {
            step.begin(false, true);
            table.apply(update, step);
        }
    }

    /** An empty table of the kind that is tested. */
    protected abstract ProfileTable emptyTable(Reducer reducer);

    private ProfileTable table(Update... updates) {
        ProfileTable table = emptyTable(REDUCER);
        apply(table, updates);
        return table;
    }

    private static Map<ProfileId, Object> contents(TableReads table) {
        Map<ProfileId, Object> contents = new HashMap<>();
        TreeSet<String> tokens = new TreeSet<>();
        table.collectTokens(tokens);
        for (String token : tokens) {
            List<Profile> profiles = new ArrayList<>();
            table.forEach(token, profiles::add);
            assertThat(profiles).isNotEmpty();
            assertThat(table.count(token)).isEqualTo(profiles.size());
            assertThat(table.bytes(token))
                    .isEqualTo(
                            profiles.stream().mapToLong(Profile::estimatedBytes).sum());
            profiles.forEach(profile -> {
                assertThat(table.get(profile.id())).isEqualTo(profile);
                assertThat(contents.put(profile.id(), profile.get("k"))).isNull();
            });
        }
        assertThat(table.count()).isEqualTo(contents.size());
        assertThat(table.bytes())
                .isEqualTo(tokens.stream().mapToLong(table::bytes).sum());
        return contents;
    }

    @Test
    void apply_updates_areThereAndCounted() {
        ProfileTable table = table(set(ADA, 1), set(BOB, 2), set(ELSEWHERE, 3), set(ADA, 4), delete(BOB));
        assertThat(contents(table)).isEqualTo(Map.of(ADA, 4L, ELSEWHERE, 3L));
        assertThat(table.count("none")).isZero();
        assertThat(table.bytes("none")).isZero();
        table.forEach("none", profile -> {
            throw new AssertionError(profile);
        });
    }

    @Test
    void apply_step_tellsBeforeAfterAndRules() {
        ProfileTable table = table();
        step.begin(true, true);
        table.apply(set(ADA, 1), step);
        assertThat(step.before()).isNull();
        assertThat(step.after()).isEqualTo(table.get(ADA));
        assertThat(step.isChanged()).isTrue();
        assertThat(step.outcomes()).extracting(Outcome::rule).containsExactly(Rule.SET_APPLIED);
        assertThat(step.decided().size()).isEqualTo(1);
        step.begin(false, true);
        table.apply(set(ADA, 1), step);
        assertThat(step.isChanged()).isFalse();
        assertThat(step.before()).isSameAs(step.after());
        assertThat(step.outcomes()).isNull();
        assertThat(step.decided().rule(0)).isEqualTo(Rule.SET_EQUAL_VALUE);
        step.begin(false, true);
        table.apply(delete(ADA), step);
        assertThat(step.before()).isNotNull();
        assertThat(step.after()).isNull();
    }

    @Test
    void apply_stepWithoutProfiles_tellsWhatBecameOfTheProfile() {
        ProfileTable table = table();
        List<Boolean> changed = new ArrayList<>();
        List<Boolean> gone = new ArrayList<>();
        for (Update update :
                List.of(set(ADA, "text"), set(ADA, "text"), set(ADA, "longer text"), delete(ADA), delete(BOB))) {
            long bytes = table.bytes();
            step.begin(false, false);
            table.apply(update, step);
            changed.add(step.isChanged());
            gone.add(step.isGone());
            assertThat(step.grownBytes()).isEqualTo(table.bytes() - bytes);
        }
        assertThat(changed).containsExactly(true, false, true, true, false);
        assertThat(gone).containsExactly(false, false, false, true, false);
    }

    @Test
    void apply_refusedByAdmission_changesNothingAndTellsOneOutcome() {
        Rejection full = Rejection.of(Rule.RECORD_BOUND_PROFILES, "profiles", "no room");
        List<ProfileId> asked = new ArrayList<>();
        TableStep refusing = new TableStep(fresh -> {
            asked.add(fresh);
            return full;
        });
        ProfileTable table = table(set(ADA, 1));
        refusing.begin(true, true);
        table.apply(set(BOB, 1), refusing);
        assertThat(refusing.rejection()).isEqualTo(full);
        assertThat(refusing.outcomes()).containsExactly(full.outcome());
        assertThat(refusing.decided().size()).isEqualTo(1);
        assertThat(refusing.decided().rule(0)).isEqualTo(Rule.RECORD_BOUND_PROFILES);
        assertThat(contents(table)).isEqualTo(Map.of(ADA, 1L));
        for (Update asksNobody : List.of(set(ADA, 2), delete(BOB), delete(ADA))) {
            refusing.begin(false, true);
            table.apply(asksNobody, refusing);
            assertThat(refusing.rejection()).isNull();
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void freeze_tableGoesOn_frozenContentStays() {
        ProfileTable table = table(set(ADA, 1), set(BOB, 1), set(ELSEWHERE, 1));
        FrozenTable first = table.freeze();
        apply(table, set(ADA, 2), delete(BOB), set(ProfileId.user("r", "new"), 1));
        FrozenTable second = table.freeze();
        table.clear("q");
        apply(table, delete(ADA));
        assertThat(contents(first)).isEqualTo(Map.of(ADA, 1L, BOB, 1L, ELSEWHERE, 1L));
        assertThat(contents(second)).isEqualTo(Map.of(ADA, 2L, ELSEWHERE, 1L, ProfileId.user("r", "new"), 1L));
        assertThat(contents(table)).isEqualTo(Map.of(ProfileId.user("r", "new"), 1L));
    }

    @Test
    void freeze_nothingWrittenBetween_isTheSameContentAtNoCost() {
        ProfileTable table = table(set(ADA, 1));
        assertThat(table.freeze()).isSameAs(table.freeze());
        step.begin(false, true);
        table.apply(set(ADA, 1), step);
        assertThat(table.freeze())
                .as("an update that changes nothing copies nothing")
                .isSameAs(table.freeze());
    }

    @Test
    void thaw_manyTables_areApart() {
        ProfileTable table = table(set(ADA, 1), set(BOB, 1));
        FrozenTable frozen = table.freeze();
        ProfileTable one = frozen.thaw(REDUCER);
        ProfileTable other = frozen.thaw(REDUCER);
        apply(one, set(ADA, 2));
        apply(other, delete(BOB));
        apply(table, set(ELSEWHERE, 1));
        ProfileTable ofOne = one.freeze().thaw(REDUCER);
        apply(ofOne, set(BOB, 3));
        assertThat(contents(frozen)).isEqualTo(Map.of(ADA, 1L, BOB, 1L));
        assertThat(contents(one)).isEqualTo(Map.of(ADA, 2L, BOB, 1L));
        assertThat(contents(other)).isEqualTo(Map.of(ADA, 1L));
        assertThat(contents(ofOne)).isEqualTo(Map.of(ADA, 2L, BOB, 3L));
        assertThat(contents(table)).isEqualTo(Map.of(ADA, 1L, BOB, 1L, ELSEWHERE, 1L));
    }

    /** Tokens come from outside, so an empty project must leave nothing behind. */
    @Test
    void delete_lastProfile_theProjectDisappears() {
        ProfileTable table = table();
        for (int i = 0; i < 100; i++) {
            ProfileId id = ProfileId.user("p" + i, "u");
            apply(table, set(id, 1));
            if (i % 2 == 0) {
                table.freeze();
            }
            apply(table, delete(id));
            assertThat(table.count("p" + i)).isZero();
        }
        assertThat(contents(table)).isEmpty();
    }

    @Test
    void load_profiles_replaceThoseOfTheirId() {
        ProfileTable table = table(set(ADA, 1));
        FrozenTable before = table.freeze();
        table.load(Profile.of(ADA, Map.of("k", 2)));
        table.load(Profile.of(BOB, Map.of("k", 3)));
        table.load(Profile.of(ELSEWHERE, Map.of("k", 4)));
        assertThat(contents(table)).isEqualTo(Map.of(ADA, 2L, BOB, 3L, ELSEWHERE, 4L));
        assertThat(contents(before)).isEqualTo(Map.of(ADA, 1L));
    }

    @Test
    void clear_project_leavesTheOthersAndWhatIsFrozen() {
        ProfileTable table = table(set(ADA, 1), set(BOB, 1), set(ELSEWHERE, 1));
        FrozenTable before = table.freeze();
        table.clear("p");
        table.clear("none");
        assertThat(contents(table)).isEqualTo(Map.of(ELSEWHERE, 1L));
        assertThat(contents(before)).hasSize(3);
        apply(table, set(ADA, 5));
        assertThat(contents(table)).isEqualTo(Map.of(ELSEWHERE, 1L, ADA, 5L));
    }

    /** At the end, every frozen content must equal the plain map of its moment. */
    @Test
    void freezeThawWrite_atRandom_areCopiesOfMaps() {
        Random random = new Random(5);
        List<ProfileId> ids = new ArrayList<>(CollidingIds.inLowBits("p", 4, 10));
        ids.addAll(List.of(ADA, BOB, ELSEWHERE, ProfileId.group("q", "k", "ada")));
        List<ProfileTable> tables = new ArrayList<>(List.of(table()));
        List<Map<ProfileId, Object>> maps = new ArrayList<>(List.of(new HashMap<>()));
        List<FrozenTable> frozen = new ArrayList<>();
        List<Map<ProfileId, Object>> moments = new ArrayList<>();
        for (int round = 0; round < 3_000; round++) {
            int at = random.nextInt(tables.size());
            ProfileId id = ids.get(random.nextInt(ids.size()));
            switch (random.nextInt(20)) {
                case 0 -> {
                    frozen.add(tables.get(at).freeze());
                    moments.add(new HashMap<>(maps.get(at)));
                }
                case 1 -> {
                    int source = random.nextInt(tables.size());
                    tables.set(at, tables.get(source).freeze().thaw(REDUCER));
                    maps.set(at, new HashMap<>(maps.get(source)));
                }
                case 2 -> {
                    tables.add(tables.get(at).freeze().thaw(REDUCER));
                    maps.add(new HashMap<>(maps.get(at)));
                }
                case 3 -> {
                    tables.get(at).clear(id.token());
                    maps.get(at).keySet().removeIf(other -> other.token().equals(id.token()));
                }
                case 4, 5, 6, 7, 8 -> {
                    apply(tables.get(at), delete(id));
                    maps.get(at).remove(id);
                }
                default -> {
                    apply(tables.get(at), set(id, round));
                    maps.get(at).put(id, (long) round);
                }
            }
            if (tables.size() > 6) {
                tables.remove(0);
                maps.remove(0);
            }
        }
        for (int at = 0; at < frozen.size(); at++) {
            assertThat(contents(frozen.get(at))).isEqualTo(moments.get(at));
        }
        for (int at = 0; at < tables.size(); at++) {
            assertThat(contents(tables.get(at))).isEqualTo(maps.get(at));
        }
        assertThat(frozen).hasSizeGreaterThan(50);
    }
}
