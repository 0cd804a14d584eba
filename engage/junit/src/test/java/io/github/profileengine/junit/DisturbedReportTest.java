package io.github.profileengine.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.testdouble.fault.FaultPlan;
import io.github.profileengine.testdouble.fault.FaultRule;
import io.github.profileengine.testdouble.fault.RedeliveryPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a fault did to an update is told beside the outcomes, which are those of a run without faults. */
class DisturbedReportTest {
    @RegisterExtension
    static final EngageExtension ENGAGE = EngageExtension.with(builder -> {});

    private static void assertReported(EngageProject project, FaultPlan plan, String line) {
        project.engage().faults().set(plan);
        Sender.user(project, "u1", "'$add':{'credits':3}");

        assertThatThrownBy(
                        () -> EngageAssertions.assertThat(project.profile("u1")).hasProperty("credits", -1))
                .hasMessageContaining("\n  $add {\"credits\":3} -> " + line);
    }

    @Test
    void update_disturbed_isReportedWithWhatBecameOfIt(EngageProject project) {
        RedeliveryPlan clean = RedeliveryPlan.CLEAN;
        assertReported(project, FaultPlan.of(1, clean.withDrop(1)), "APPLIED credits (dropped by a fault)");
        assertReported(project, FaultPlan.of(1, clean.withDelay(1, 5)), "APPLIED credits (held back by a fault)");
        assertReported(project, FaultPlan.of(1, clean.withDuplicate(1)), "APPLIED credits (applied twice by a fault)");
    }

    /** It has no outcomes: nothing of the request was tried. */
    @Test
    void update_ofARequestThatAFaultRefused_isReportedAsDropped(EngageProject project) {
        assertReported(project, FaultPlan.of(1, FaultRule.status(503)), "dropped by a fault");
    }
}
