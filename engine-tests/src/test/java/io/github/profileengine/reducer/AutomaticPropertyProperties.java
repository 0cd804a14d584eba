package io.github.profileengine.reducer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.Places;
import io.github.profileengine.laws.RandomUpdates;
import io.github.profileengine.laws.ReducerUnderTest;
import io.github.profileengine.laws.Scene;
import io.github.profileengine.laws.StoreLaws;
import io.github.profileengine.laws.StoreUnderTest;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws M4 and M5 and the automatic properties of SEMANTICS section 4. */
public class AutomaticPropertyProperties extends StoreLaws {
    private static final Instant EARLY = Instant.parse("2024-02-29T23:59:59.999Z");
    private static final Instant LATE = Instant.parse("2024-03-01T00:00:00Z");
    private static final String EARLY_TEXT = "2024-02-29T23:59:59";
    private static final String LATE_TEXT = "2024-03-01T00:00:00";

    private static final Set<String> AUTOMATIC = Set.of("$created", "$last_seen");

    private final OracleOptions on = OracleOptions.DEFAULTS;

    @Property
    void m4_createdIsTheTimeOfTheCreatingUpdate(@ForAll("scenes") Scene s) {
        Object state = run(null, set(s.k(), s.a()).at(EARLY));
        assertThat(value(state, "$created")).isEqualTo(EARLY_TEXT);
        assertThat(value(run(state, any(s).at(LATE), set().at(LATE)), "$created"))
                .isEqualTo(EARLY_TEXT);
    }

    @Property
    void m4_anUpdateThatBringsCreatedKeepsIt(@ForAll("scenes") Scene s) {
        assertThat(value(run(null, set("$created", s.a()).at(EARLY)), "$created"))
                .isEqualTo(canonical(s.a()));
        assertThat(value(run(null, setOnce("$created", s.a()).at(EARLY)), "$created"))
                .isEqualTo(canonical(s.a()));
    }

    @Property
    void m4_onceUnsetItStaysAway(@ForAll("scenes") Scene s) {
        Object state = run(null, set(s.k(), s.a()).at(EARLY), unset("$created").at(LATE), any(s).at(LATE));
        assertThat(read(state)).doesNotContainKey("$created");
    }

    @Property
    void m4_aNewProfileAfterDeleteHasANewOne(@ForAll("scenes") Scene s) {
        Object state = run(
                null,
                set(s.k(), s.a()).at(EARLY),
                delete().at(LATE),
                set(s.k(), s.b()).at(LATE));
        assertThat(value(state, "$created")).isEqualTo(LATE_TEXT);
    }

    @Property
    void m5_lastSeenIsTheLastInOrderNotTheGreatest(@ForAll("scenes") Scene s) {
        Object state = run(
                null,
                set(s.k(), s.a()).at(LATE),
                any(s).at(LATE),
                append(s.j(), s.b()).at(EARLY));
        assertThat(value(state, "$last_seen")).isEqualTo(EARLY_TEXT);
    }

    @Property
    void m5_everyAcceptedUpdateOfAnExistingProfileWritesIt(@ForAll("scenes") Scene s) {
        ReducerUnderTest reducer = subject(on);
        Object before = run(null, set(s.k(), s.a()).at(EARLY));
        ReducerUnderTest.Step step = reducer.reduce(before, any(s).at(LATE));
        if (step.after() != null) {
            String expected = step.rejection() == null ? LATE_TEXT : EARLY_TEXT;
            assertThat(value(step.after(), "$last_seen")).isEqualTo(expected);
        }
    }

    @Property
    void m5_setNamingItAndIgnoreTimeKeepItAsItIs(@ForAll("scenes") Scene s) {
        Object before = run(null, set("$last_seen", s.a()).at(EARLY));
        assertThat(value(before, "$last_seen")).isEqualTo(canonical(s.a()));
        assertThat(value(run(before, set(s.k(), s.b()).at(LATE).flagged(false, true)), "$last_seen"))
                .isEqualTo(canonical(s.a()));
        assertThat(value(run(before, setOnce("$last_seen", s.b()).at(LATE)), "$last_seen"))
                .isEqualTo(LATE_TEXT);
    }

    @Property
    void m5_ofNoProfileNothingIsWritten(@ForAll("scenes") Scene s) {
        assertThat(run(null, unset(s.k()).at(EARLY), remove(s.k(), s.a()).at(EARLY), delete().at(LATE)))
                .isNull();
    }

    /** Whatever a user writes into an automatic property, it behaves as any other property does. */
    @Property
    void automaticProperties_areOrdinaryForEveryOperator(@ForAll("scenes") Scene s) {
        for (String name : List.of("$created", "$last_seen")) {
            for (Object stored :
                    listOf(s.a(), EARLY_TEXT, LATE_TEXT + "Z", "2023-02-29T00:00:00", "0000-01-01T00:00:00")) {
                OracleUpdate update = RandomUpdates.plain(random(s), List.of(name), List.of(ID));
                OracleUpdate asOther = RandomUpdates.plain(random(s), List.of("other"), List.of(ID));
                Object after = ap(mapOf(Map.of(), name, stored), update);
                Object other = ap(mapOf(Map.of(), "other", stored), asOther);
                assertThat(after == null).isEqualTo(other == null);
                if (after != null) {
                    assertThat(read(after).get(name)).isEqualTo(read(other).get("other"));
                    assertThat(read(after)).hasSameSizeAs(read(other));
                }
            }
        }
    }

    @Property
    void switchedOff_neitherIsWritten(@ForAll("batches") List<OracleEntry> batch) {
        if (AUTOMATIC.stream().anyMatch(batch.toString()::contains)) {
            return;
        }
        StoreUnderTest withBoth = applied(OracleOptions.DEFAULTS, batch);
        StoreUnderTest withNeither = applied(OracleOptions.PLAIN, batch);
        Map<OracleId, Map<String, Object>> expected = profiles(withBoth, batch);
        expected.values().removeIf(Objects::isNull);
        expected.values().forEach(profile -> profile.keySet().removeAll(AUTOMATIC));
        Map<OracleId, Map<String, Object>> actual = profiles(withNeither, batch);
        actual.values().removeIf(Objects::isNull);
        assertThat(actual).isEqualTo(expected);
    }

    @Property
    void located_namesThatSetOrSetOnceContainStay(@ForAll("scenes") Scene s) {
        StoreUnderTest store = store(OracleOptions.PLAIN);
        store.apply(List.of(set("$city", s.a())
                .and("$set_once", mapOf(Map.of(), "$region", s.b()))
                .from("10.0.0.1", null, null)));
        assertThat(store.profile(ID))
                .containsEntry("$city", canonical(s.a()))
                .containsEntry("$region", canonical(s.b()))
                .containsEntry("$country_code", "NO")
                .doesNotContainKey("$geo_source");
        store.apply(List.of(append(s.k(), s.a()).from("10.1.0.1", null, null)));
        assertThat(store.profile(ID)).containsEntry("$country_code", "NO");
        store.apply(List.of(set().from("10.1.0.1", 1.5, 1.5)));
        assertThat(store.profile(ID)).containsEntry("$geo_source", "reverse_geocoding");
        assertThat(store.profile(ID)).containsEntry("$city", "Here");
    }

    /** A place about which nothing is known counts as not found, also if coordinates led to it. */
    @Property
    void located_placeOfWhichNothingIsKnown_changesNothing(@ForAll("scenes") Scene s) {
        StoreUnderTest store = store(OracleOptions.PLAIN);
        store.apply(List.of(set(s.k(), s.a()).from(null, 2.0, 2.0)));
        assertThat(store.profile(ID)).containsOnlyKeys(s.k());
    }

    @Property
    void clock_isReadWhereNoTimeIsGiven(@ForAll("scenes") Scene s) {
        StoreUnderTest store = store(OracleOptions.DEFAULTS);
        store.apply(List.of(set(s.k(), s.a())));
        assertThat(store.profile(ID)).containsEntry("$last_seen", "2025-06-07T08:09:10");
        assertThat(Places.CLOCK.getNano()).isNotZero();
    }

    private static OracleUpdate any(Scene s) {
        return RandomUpdates.keeping(random(s), s.names(), List.of(ID));
    }

    private Object run(Object before, OracleUpdate... updates) {
        ReducerUnderTest reducer = subject(on);
        Object state = before;
        for (OracleUpdate update : updates) {
            state = reducer.reduce(state, update).after();
        }
        return state;
    }

    private Object value(Object state, String name) {
        assertThat(read(state)).containsKey(name);
        return read(state).get(name);
    }
}
