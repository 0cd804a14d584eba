package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * A reader beside a writer that adds profiles until the table grows. A profile that was there before is always found.
 */
@JCStressTest
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "The new one is not there yet.")
@Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "The new one is there.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The old one vanished.")
@State
public class GrowingProjectStress {
    private static final Profile OLD = profile("old");
    private static final Profile[] FRESH = {profile("a"), profile("b"), profile("c"), profile("d"), profile("e")};

    private final PlainProject project = PlainProject.empty(new Object());

    public GrowingProjectStress() {
        put(OLD);
    }

    private static Profile profile(String id) {
        return Profile.empty(ProfileId.user("p", id));
    }

    private void put(Profile profile) {
        project.write(project.slots().find(profile.id()), null, profile);
    }

    @Actor
    public void write() {
        for (Profile profile : FRESH) {
            put(profile);
        }
    }

    @Actor
    public void read(ZZ_Result result) {
        result.r2 = project.get(FRESH[FRESH.length - 1].id()) != null;
        result.r1 = project.get(OLD.id()) != null;
    }
}
