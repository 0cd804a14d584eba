package io.github.profileengine.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleUpdate;
import io.github.profileengine.oracle.OracleValues;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The estimate of a profile's bytes depends on its content only, not on its history or on when somebody asks for it.
 */
class FootprintProperties extends ReducerLaws {

    /** Half of the histories ask after each update, so that later estimates start from earlier ones. */
    @Property
    void estimatedBytes_afterAnyHistory_isThatOfAFreshProfile(
            @ForAll("histories") List<OracleEntry> history, @ForAll boolean eachTime) {
        Object state = null;
        for (OracleEntry entry : history) {
            state = ap(state, (OracleUpdate) entry);
            if (eachTime && state != null) {
                isThatOfAFreshProfile((Profile) state);
            }
        }
        if (state != null) {
            isThatOfAFreshProfile((Profile) state);
        }
    }

    private static void isThatOfAFreshProfile(Profile profile) {
        Map<String, Object> content = OracleValues.object(OracleValues.canonical(profile.properties()));
        assertThat(profile.estimatedBytes())
                .isEqualTo(Profile.of(profile.id(), content).estimatedBytes());
    }

    /** Starts with a profile whose estimate nobody has asked for. */
    @Property
    void estimatedBytes_neverAskedBefore_isThatOfAFreshProfile(@ForAll("histories") List<OracleEntry> history) {
        Object state = Profile.empty(ProfileId.user(ID.token(), ID.id()));
        for (OracleEntry entry : history) {
            state = ap(state, (OracleUpdate) entry);
        }
        if (state != null) {
            isThatOfAFreshProfile((Profile) state);
        }
    }
}
