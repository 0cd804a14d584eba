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
 * A reader beside a writer that removes a profile and puts another into its slot. No profile is ever found under
 * another id, and a profile that was there all along is found.
 */
@JCStressTest
@Outcome(
        id = {"true, true", "true, false"},
        expect = Expect.ACCEPTABLE,
        desc = "Before, between or after.")
@Outcome(expect = Expect.FORBIDDEN, desc = "The one that stays was not found, or another in its place.")
@State
public class ReusedSlotStress {
    private static final Profile GOING = profile("going");
    private static final Profile COMING = profile("coming");
    private static final Profile STAYING = profile("staying");

    private final PlainProject project = PlainProject.empty(new Object());

    public ReusedSlotStress() {
        put(GOING);
        put(STAYING);
    }

    private static Profile profile(String id) {
        return Profile.empty(ProfileId.user("p", id));
    }

    private void put(Profile profile) {
        project.write(project.slots().find(profile.id()), null, profile);
    }

    @Actor
    public void write() {
        project.write(project.slots().find(GOING.id()), GOING, null);
        put(COMING);
    }

    @Actor
    public void read(ZZ_Result result) {
        Profile coming = project.get(COMING.id());
        result.r1 = project.get(STAYING.id()) == STAYING && (coming == null || coming == COMING);
        result.r2 = project.get(GOING.id()) == GOING;
    }
}
