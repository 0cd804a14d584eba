package io.github.profileengine.table;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A reader beside a writer that replaces a profile. The reader sees whole profiles only, and never an older one after a
 * newer one.
 */
@JCStressTest
@Outcome(id = "11, 11", expect = Expect.ACCEPTABLE, desc = "Both before.")
@Outcome(id = "11, 22", expect = Expect.ACCEPTABLE, desc = "One before, one after.")
@Outcome(id = "22, 22", expect = Expect.ACCEPTABLE, desc = "Both after.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Torn, gone or back in time.")
@State
public class ReplacedSlotStress {
    private static final ProfileId ID = ProfileId.user("p", "u");

    private final ProfileSlots slots = ProfileSlots.empty();
    private final int place;

    public ReplacedSlotStress() {
        place = ~slots.find(ID);
        slots.put(place, profile(1));
    }

    private static Profile profile(int value) {
        return Profile.of(ID, Map.of("a", value, "b", value));
    }

    @Actor
    public void write() {
        slots.replace(place, profile(2));
    }

    @Actor
    public void read(II_Result result) {
        result.r1 = digits(slots.get(ID));
        result.r2 = digits(slots.get(ID));
    }

    private static int digits(@Nullable Profile profile) {
        return profile == null ? 0 : (int) (profile.integer("a") * 10 + profile.integer("b"));
    }
}
