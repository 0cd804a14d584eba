package io.github.profileengine.junit;

import static io.github.profileengine.junit.EngageAssertions.assertThat;
import static io.github.profileengine.junit.EngageAssertions.assertThatRequests;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.fault.FaultPlan;
import io.github.profileengine.testdouble.fault.FaultRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class IsolationTest {
    private static final Snapshot STATE = Snapshot.builder()
            .add(Profile.of(ProfileId.user("shop", "u1"), Map.of("credits", 3)))
            .build();

    static class ResetCase {
        @RegisterExtension
        static final EngageExtension ENGAGE = EngageExtension.with(builder -> builder.state(STATE))
                .token("shop")
                .isolation(Isolation.RESET);

        @RepeatedTest(2)
        void test(EngageProject project) {
            assertThat(project.token()).isEqualTo("shop");
            assertThat(project.profile("u1")).doesNotExist();
            assertThatRequests(project).hasCount(0);
            Sender.user(project, "u1", "'$add':{'credits':1}");
            assertThat(project.profile("u1")).hasProperty("credits", 1);
        }
    }

    static class FreshCase {
        @RegisterExtension
        static final EngageExtension ENGAGE =
                EngageExtension.with(builder -> {}).token("shop");

        @Test
        void test(EngageProject project) {
            Sender.user(project, "u1", "'$set':{}");
        }
    }

    @Test
    void token_besideFreshOnes_isRefused() {
        assertThat(Runs.onlyFailure(Runs.of(FreshCase.class)))
                .hasMessageContaining("token(\"shop\") would have no effect");
    }

    static class FreshBesideKnownCase {
        @RegisterExtension
        static final EngageExtension ENGAGE = EngageExtension.with(builder -> builder.tokens(List.of("shop")));

        @Test
        void test(EngageProject project) {
            Sender.user(project, "u1", "'$set':{}");
        }
    }

    static class OtherBesideKnownCase {
        @RegisterExtension
        static final EngageExtension ENGAGE =
                EngageExtension.with(builder -> builder.tokens(List.of("shop"))).isolation(Isolation.RESET);

        @Test
        void test(EngageProject project) {
            Sender.user(project, "u1", "'$set':{}");
        }
    }

    /** The token is built into the program that is tested. */
    static class DoubleAloneBesideKnownCase {
        @RegisterExtension
        static final EngageExtension ENGAGE = EngageExtension.with(builder -> builder.tokens(List.of("shop")));

        @Test
        void test(EngageDouble engage) {
            assertThat(Sender.user(new EngageProject(engage, "shop", 0), "u1", "'$set':{}"))
                    .isEqualTo(200);
        }
    }

    static class KnownCase {
        @RegisterExtension
        static final EngageExtension ENGAGE = EngageExtension.with(builder -> builder.tokens(List.of("shop")))
                .isolation(Isolation.RESET)
                .token("shop");

        @Test
        void test(EngageProject project) {
            assertThat(Sender.user(project, "u1", "'$set':{}")).isEqualTo(200);
        }
    }

    /** The double would answer 401 to whatever a test sends to its project. */
    @Test
    void tokens_withoutThatOfTheTests_areRefused() {
        assertThat(Runs.onlyFailure(Runs.of(FreshBesideKnownCase.class)))
                .hasMessageContaining("with tokens([shop]) the double would reject every record")
                .hasMessageContaining("every test has a token of its own; choose another isolation by isolation(...)");
        assertThat(Runs.onlyFailure(Runs.of(OtherBesideKnownCase.class)))
                .hasMessageContaining("its token is test-project; choose one of the known tokens by token(...)");
        Runs.assertSucceeded(Runs.of(KnownCase.class), 1);
        Runs.assertSucceeded(Runs.of(DoubleAloneBesideKnownCase.class), 1);
    }

    @Test
    void reset_everyTest_beginsEmpty() {
        Runs.assertSucceeded(Runs.of(ResetCase.class), 2);
    }

    static class ForkCase {
        @RegisterExtension
        static final EngageExtension ENGAGE = EngageExtension.with(builder -> builder.state(STATE))
                .isolation(Isolation.FORK)
                .token("shop");

        @BeforeAll
        static void all(EngageProject project) {
            assertThat(project.profile("u1")).exists();
        }

        @RepeatedTest(2)
        void test(EngageProject project) {
            assertThatRequests(project).hasCount(0);
            Sender.user(project, "u1", "'$add':{'credits':1}");
            Sender.user(project, "u2", "'$set':{'a':1}");
            assertThat(project.profile("u1")).hasProperty("credits", 4);
            assertThat(project.profiles()).hasSize(2);
        }
    }

    @Test
    void fork_everyTest_beginsWithTheFirstState() {
        Runs.assertSucceeded(Runs.of(ForkCase.class), 2);
    }

    static class ClashCase {
        private static CountDownLatch failed = new CountDownLatch(1);

        @RegisterExtension
        static final EngageExtension ENGAGE =
                EngageExtension.with(builder -> {}).isolation(Isolation.RESET);

        @RepeatedTest(2)
        void test(EngageProject project) throws InterruptedException {
            assertThat(failed.await(30, TimeUnit.SECONDS)).isTrue();
        }

        @RegisterExtension
        static final org.junit.jupiter.api.extension.AfterEachCallback AFTER =
                context -> context.getExecutionException().ifPresent(failure -> failed.countDown());
    }

    @Test
    void reset_testsAtOnce_failWithReason() {
        ClashCase.failed = new CountDownLatch(1);

        assertThat(Runs.onlyFailure(Runs.parallel(ClashCase.class)))
                .hasMessageContaining("needs tests that run one after another")
                .hasMessageContaining("IsolationTest.ClashCase.test");
    }

    @ExtendWith(EngageExtension.class)
    static class ClockCase {
        @RepeatedTest(2)
        void test(EngageProject project) {
            assertThat(project.clock().isStopped()).isFalse();
            project.clock().stopAt(Instant.parse("2026-01-31T12:00:00Z"));
            project.clock().advance(Duration.ofHours(1));
            Sender.user(project, "u1", "'$set':{}");
            assertThat(project.profile("u1")).hasText("$created", "2026-01-31T13:00:00");
        }
    }

    @Test
    void clock_afterTest_followsTheSystem() {
        Runs.assertSucceeded(Runs.of(ClockCase.class), 2);
    }

    static class StoppedCase {
        @RegisterExtension
        static final EngageExtension ENGAGE =
                EngageExtension.with(builder -> builder.stoppedAt(Instant.parse("2026-01-31T12:00:00Z")));

        @RepeatedTest(2)
        void test(EngageProject project) {
            Sender.user(project, "u1", "'$set':{}");
            assertThat(project.profile("u1")).hasText("$created", "2026-01-31T12:00:00");
            project.clock().advance(Duration.ofHours(1));
        }
    }

    @Test
    void clock_builtStopped_isStoppedThereForEveryTest() {
        Runs.assertSucceeded(Runs.of(StoppedCase.class), 2);
    }

    static class FaultCase {
        private static final FaultPlan OF_ALL =
                FaultPlan.of(1, FaultRule.status(503).withToken("elsewhere"));

        @RegisterExtension
        static final EngageExtension ENGAGE = EngageExtension.with(builder -> {});

        @BeforeAll
        static void all(EngageDouble engage) {
            engage.faults().set(OF_ALL);
        }

        @RepeatedTest(2)
        void test(EngageProject project) {
            assertThat(project.engage().faults().plan()).isSameAs(OF_ALL);
            project.engage().faults().set(FaultPlan.of(1, FaultRule.status(500).withToken(project.token())));
            assertThat(Sender.user(project, "u1", "'$set':{'a':1}")).isEqualTo(500);
            assertThat(project.profile("u1")).doesNotExist();
        }
    }

    /** A request that the fault kept from being applied does not count as rejected either: both tests succeed. */
    @Test
    void faults_setByATest_endWithIt() {
        Runs.assertSucceeded(Runs.of(FaultCase.class), 2);
    }

    static class CountedFaultCase {
        @RegisterExtension
        static final EngageExtension ENGAGE = EngageExtension.with(builder -> {});

        @BeforeAll
        static void all(EngageDouble engage) {
            engage.faults().set(FaultPlan.of(1, FaultRule.status(503).withTimes(1)));
        }

        @RepeatedTest(2)
        void test(EngageProject project) {
            assertThat(Sender.user(project, "u1", "'$set':{'a':1}")).isEqualTo(503);
            assertThat(Sender.user(project, "u1", "'$set':{'a':1}")).isEqualTo(200);
        }
    }

    /** Otherwise what a test sees would depend on the tests before it. */
    @Test
    void faults_ofAClass_countAnewForEveryTest() {
        Runs.assertSucceeded(Runs.of(CountedFaultCase.class), 2);
    }

    @ExtendWith(EngageExtension.class)
    static class LeftoverCase {
        @RepeatedTest(3)
        void test(EngageProject project) {
            Sender.user(project, "u1", "'$set':{'a':1}");
            assertThat(project.engine().tokens()).isEqualTo(List.of(project.token()));
        }
    }

    @Test
    void freshToken_afterTest_isForgotten() {
        Runs.assertSucceeded(Runs.of(LeftoverCase.class), 3);
    }
}
