package io.github.profileengine.profile;

import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

/** Two forks that append to one list at once: both claim the same slot, and each keeps its own element. */
@JCStressTest
@Outcome(id = "true 21, true 22", expect = Expect.ACCEPTABLE, desc = "Each has its own.")
@Outcome(expect = Expect.FORBIDDEN, desc = "One sees the other's element, or the common part changed.")
@State
public class SharedTailStress {
    private static final List<Long> COMMON =
            IntStream.rangeClosed(1, 20).mapToObj(Long::valueOf).toList();
    private static final ProfileId ID = ProfileId.user("p", "u");

    private final Profile common;

    public SharedTailStress() {
        Profile grown = Profile.empty(ID);
        for (Long element : COMMON) {
            grown = Profile.append(grown, "list", element);
        }
        common = grown;
    }

    @Actor
    public void append(LL_Result result) {
        result.r1 = text(Profile.append(common, "list", 21));
    }

    @Actor
    public void union(LL_Result result) {
        result.r2 = text(Profile.union(common, "list", List.of(3, 22)));
    }

    private static String text(Profile profile) {
        List<?> list = profile.list("list");
        boolean same = list.size() == COMMON.size() + 1
                && list.subList(0, COMMON.size()).equals(COMMON);
        return same + " " + list.get(list.size() - 1);
    }
}
