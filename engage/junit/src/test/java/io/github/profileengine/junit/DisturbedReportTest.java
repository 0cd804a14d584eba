package io.github.profileengine.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.testdouble.fault.FaultPlan;
import io.github.profileengine.testdouble.fault.FaultRule;
import io.github.profileengine.testdouble.fault.RedeliveryPlan;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a fault did to an update is told beside the outcomes, which are those of a run without faults. */
class DisturbedReportTest {
    @RegisterExtension
    static final EngageExtension ENGAGE = EngageExtension.with(builder -> {});

    private static void assertReported(EngageProject project, FaultPlan plan, String line, String reason) {
        project.engage().faults().set(plan);
        Sender.user(project, "u1", "'$add':{'credits':3}");

        assertThatThrownBy(
                        () -> EngageAssertions.assertThat(project.profile("u1")).hasProperty("credits", -1))
                .hasMessageContaining("\n  $add {\"credits\":3} -> " + line)
                .hasMessageContaining("\nwhy, newest first:\n  " + reason + "\n");
    }

    @Test
    void update_disturbed_isReportedWithWhatBecameOfIt(EngageProject project) {
        RedeliveryPlan clean = RedeliveryPlan.CLEAN;
        for (Map.Entry<RedeliveryPlan, String> plan : Map.of(
                        clean.withDrop(1), "dropped by a fault",
                        clean.withDelay(1, 5), "held back by a fault",
                        clean.withDuplicate(1), "applied twice by a fault")
                .entrySet()) {
            String fault = plan.getValue();
            assertReported(project, FaultPlan.of(1, plan.getKey()), "APPLIED credits (" + fault + ")", fault);
        }
    }

    /** It has no outcomes: nothing of the request was tried. */
    @Test
    void update_ofARequestThatAFaultRefused_isReportedAsDropped(EngageProject project) {
        assertReported(project, FaultPlan.of(1, FaultRule.status(503)), "dropped by a fault", "dropped by a fault");
    }

    @Test
    void why_outcomeOfADroppedUpdate_isFollowedByTheFault(EngageProject project) {
        project.engage().faults().clear();
        Sender.user(project, "u1", "'$set':{'name':'Ada','plan':'pro'}");
        project.engage().faults().set(FaultPlan.of(1, RedeliveryPlan.CLEAN.withDrop(1)));
        Sender.user(project, "u1", "'$add':{'name':1}");

        ProfileAssert profile = EngageAssertions.assertThat(project.profile("u1"));
        assertThatThrownBy(() -> profile.hasProperty("name", 1))
                .message()
                .containsPattern("\nwhy, newest first:\n  IGNORED by add-on-non-number: .+ \\(dropped by a fault\\)\n");
        assertThatThrownBy(() -> profile.hasProperty("plan", 1)).message().doesNotContain("why,");
    }

    @Test
    @AllowRejections
    void why_existence_tellsOfWhatWasDroppedAndRejected(EngageProject project) {
        project.engage().faults().set(FaultPlan.of(1, RedeliveryPlan.CLEAN.withDrop(1)));
        Sender.user(project, "u1", "'$add':5");
        Sender.user(project, "u1", "'$set':{'plan':'pro'}");

        assertThatThrownBy(
                        () -> EngageAssertions.assertThat(project.profile("u1")).exists())
                .hasMessageContaining("\nwhy, newest first:\n  dropped by a fault\n  REJECTED $add: $add");
    }
}
