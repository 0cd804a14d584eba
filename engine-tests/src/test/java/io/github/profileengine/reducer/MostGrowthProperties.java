package io.github.profileengine.reducer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.EngineUpdates;
import io.github.profileengine.laws.Places;
import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.location.Location;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleLimits;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** No update makes a profile grow by more than was predicted. */
class MostGrowthProperties extends ReducerLaws {
    // Names so long that other overestimates cannot make up for a name that is not counted.
    private static final String LONG = "北".repeat(450);
    private static final Location PLACE = new Location(LONG, LONG, LONG, LONG);
    private static final List<ResolvedLocation> FOUND =
            List.of(new ResolvedLocation(PLACE, false), new ResolvedLocation(PLACE, true));
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private static final List<OracleOptions> OPTIONS = List.of(
            OracleOptions.DEFAULTS,
            OracleOptions.DEFAULTS.withFlatten(),
            OracleOptions.DEFAULTS.withLimits(new OracleLimits(3, 4, 24, 2, 1, 4)));

    private final ReducerSession session = session(OracleOptions.DEFAULTS);

    private static ReducerSession session(OracleOptions options) {
        return new Reducer(EngineUpdates.options(options)).session();
    }

    @Property
    void of_anyUpdateOfAnyProfile_isNotLess(@ForAll("histories") List<OracleEntry> history, @ForAll boolean located) {
        for (OracleOptions options : OPTIONS) {
            ReducerSession optional = session(options);
            Profile before = null;
            for (Update built : EngineUpdates.built(history)) {
                ResolvedLocation found = located ? FOUND.get(built.hashCode() & 1) : null;
                Update update = built.accepted(built.target(), built.time().orElse(Places.CLOCK), found);
                isEnough(optional, null, update);
                before = isEnough(optional, before, update);
            }
        }
    }

    private static Profile isEnough(ReducerSession session, Profile before, Update update) {
        Profile after = session.reduce(before, update);
        assertThat(bytes(after) - bytes(before))
                .as("%s of %s", update, before)
                .isLessThanOrEqualTo(MostGrowth.of(update));
        return after;
    }

    private static long bytes(Profile profile) {
        return profile == null ? 0 : profile.estimatedBytes();
    }

    /** The most that a property can take in addition to its operand: a new list of it. */
    @Example
    void of_appendToNothing_isExact() {
        Update update = accepted(Update.of(ADA).append("n", Collections.emptyList()), null);

        assertThat(bytes(session.reduce(null, update))).isEqualTo(MostGrowth.of(update));
    }

    @Example
    void of_longNames_isNotLess() {
        String name = "x".repeat(1_000);
        isEnough(
                session,
                null,
                accepted(Update.of(ADA).set(name, Map.of(name, 1)).add(name + "y", 1), null));
    }

    /** Texts may have any letters. A place has the most texts. */
    @Example
    void of_placeAndTextBeyondLatin_isNotLess() {
        for (ResolvedLocation found : FOUND) {
            isEnough(session, null, accepted(Update.of(ADA).set("n", "北".repeat(1_000)), found));
        }
    }

    private static Update accepted(UpdateBuilder update, ResolvedLocation found) {
        return update.build().accepted(ADA, Places.CLOCK, found);
    }
}
