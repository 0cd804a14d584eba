package io.github.profileengine.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class RejectionsTest {
    private static final String NO_TOKEN = "{'$distinct_id':'u1','$set':{'a':1}}";

    /** A record without an id has no target. Only its text names the project. */
    private static int sendWithoutId(EngageProject project) {
        return Sender.engage(project, "{'$token':'" + project.token() + "','$set':{'a':1}}");
    }

    @ExtendWith(EngageExtension.class)
    static class NoIdCase {
        @Test
        void test(EngageProject project) {
            assertThat(sendWithoutId(project)).isEqualTo(400);
            EngageAssertions.assertThatRequests(project).hasCount(1);
        }
    }

    @Test
    void record_rejectedUnnoticed_failsTheTest() {
        assertThat(Runs.onlyFailure(Runs.of(NoIdCase.class)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("RejectionsTest.NoIdCase.test were rejected")
                .hasMessageContaining("although it passed; if that is meant,")
                .hasMessageContaining("@AllowRejections")
                .hasMessageContaining("POST /engage, answered 400")
                .hasMessageContaining("record 0 rejected: $distinct_id, missing or empty")
                .hasMessageContaining("payload: {\"$token\":\"RejectionsTest.NoIdCase.test.1\"");
    }

    @ExtendWith(EngageExtension.class)
    static class NoTokenCase {
        @Test
        void test(EngageProject project) {
            Sender.engage(project, NO_TOKEN);
            EngageAssertions.assertThatRequests(project).hasCount(0);
        }
    }

    static class LenientCase {
        @RegisterExtension
        static final EngageExtension ENGAGE = EngageExtension.with(builder -> builder.failLoudly(false));

        @Test
        void test(EngageProject project) {
            assertThat(Sender.engage(project, NO_TOKEN)).isEqualTo(200);
        }
    }

    static class UnknownTokenCase {
        @RegisterExtension
        static final EngageExtension ENGAGE = EngageExtension.with(builder -> builder.tokens(List.of("shop")))
                .isolation(Isolation.RESET)
                .token("shop");

        @Test
        void test(EngageProject project) {
            assertThat(Sender.engage(project, "{'$token':'shpo','$distinct_id':'u1','$set':{}}"))
                    .isEqualTo(401);
        }
    }

    @Test
    void record_ofNoProject_failsTheTestThatRanAlone() {
        assertThat(Runs.onlyFailure(Runs.of(NoTokenCase.class)))
                .hasMessageContaining("rejected requests without the token of any test:")
                .hasMessageContaining("record 0 rejected: $token, missing or empty");
        assertThat(Runs.onlyFailure(Runs.of(LenientCase.class))).hasMessageContaining("answered 200");
        assertThat(Runs.onlyFailure(Runs.of(UnknownTokenCase.class)))
                .hasMessageContaining("not a project of this double");
    }

    static class FullJournalCase {
        @RegisterExtension
        static final EngageExtension ENGAGE = EngageExtension.with(builder -> builder.journal(2, 1 << 20));

        @Test
        void bad(EngageProject project) {
            sendWithoutId(project);
            good(project);
        }

        @Test
        void good(EngageProject project) {
            for (int sent = 0; sent < 5; sent++) {
                Sender.user(project, "u1", "'$set':{'a':1}");
            }
        }

        @Test
        void badAndForgotten(EngageProject project) {
            bad(project);
            project.engage().reset(project.token());
        }
    }

    /** A journal has limited room, but a rejected record still counts after the journal dropped it. */
    @Test
    void record_rejectedAndDroppedFromTheJournal_failsTheTest() {
        assertThat(Runs.onlyFailure(Runs.of(FullJournalCase.class)))
                .hasMessageContaining("FullJournalCase.bad")
                .hasMessageContaining("the journal no longer holds it");
    }

    @ExtendWith(EngageExtension.class)
    static class AllowedCase {
        @Test
        @AllowRejections
        void onMethod(EngageProject project) {
            sendWithoutId(project);
            Sender.engage(project, NO_TOKEN);
        }
    }

    @AllowRejections
    @ExtendWith(EngageExtension.class)
    static class AllowedClassCase {
        @Nested
        class InnerCase {
            @Test
            void nested(EngageProject project) {
                sendWithoutId(project);
            }
        }
    }

    static class HeirCase extends AllowedClassCase {
        @Test
        void inherited(EngageProject project) {
            sendWithoutId(project);
        }
    }

    @Test
    void allowRejections_onMethodOrClass_letsTestEndWell() {
        Runs.assertSucceeded(Runs.of(AllowedCase.class), 1);
        Runs.assertSucceeded(Runs.of(AllowedClassCase.class), 1);
        Runs.assertSucceeded(Runs.of(HeirCase.class), 2);
    }

    @ExtendWith(EngageExtension.class)
    static class AfterAllowedCase {
        @Test
        void test(EngageProject project) {
            Sender.user(project, "u1", "'$set':{}");
        }
    }

    @Test
    void record_ofEarlierTest_isNotBlamedOnLaterOne() {
        Runs.assertSucceeded(Runs.of(AllowedCase.class, AfterAllowedCase.class), 2);
    }

    @ExtendWith(EngageExtension.class)
    static class NeighboursCase {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Test
        void good(EngageProject project) throws Exception {
            BOTH.await(30, TimeUnit.SECONDS);
            Sender.user(project, "u1", "'$set':{}");
            BOTH.await(30, TimeUnit.SECONDS);
        }

        @Test
        void bad(EngageProject project) throws Exception {
            BOTH.await(30, TimeUnit.SECONDS);
            sendWithoutId(project);
            BOTH.await(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void record_rejectedInParallel_failsItsOwnTestOnly() {
        assertThat(Runs.onlyFailure(Runs.parallel(NeighboursCase.class)))
                .hasMessageContaining("requests of test RejectionsTest.NeighboursCase.bad ");
    }

    @ExtendWith(EngageExtension.class)
    static class StrayCase {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Test
        void one(EngageProject project) throws Exception {
            BOTH.await(30, TimeUnit.SECONDS);
            Sender.engage(project, NO_TOKEN);
            BOTH.await(30, TimeUnit.SECONDS);
        }

        @Test
        void other() throws Exception {
            BOTH.await(30, TimeUnit.SECONDS);
            BOTH.await(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void record_ofNoProjectInParallel_failsAllThatRanAndNamesThem() {
        List<Throwable> failures = Runs.failures(Runs.parallel(StrayCase.class));

        assertThat(failures).hasSize(2);
        assertThat(failures.get(0)).hasMessageContaining("sent by this test or by one of [RejectionsTest.StrayCase.");
    }

    @ExtendWith(EngageExtension.class)
    static class AllowedStrayCase {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Test
        @AllowRejections
        void one(EngageProject project) throws Exception {
            BOTH.await(30, TimeUnit.SECONDS);
            Sender.engage(project, NO_TOKEN);
            BOTH.await(30, TimeUnit.SECONDS);
        }

        @Test
        void other() throws Exception {
            BOTH.await(30, TimeUnit.SECONDS);
            BOTH.await(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void record_ofNoProjectInParallel_isLetPassIfOneTestAllowsIt() {
        Runs.assertSucceeded(Runs.parallel(AllowedStrayCase.class), 2);
    }

    @ExtendWith(EngageExtension.class)
    static class FailedCase {
        @Test
        void test(EngageProject project) {
            sendWithoutId(project);
            Sender.engage(project, "{'$token':'typo','$distinct_id':'u1','$set':{'a':1}}");
            EngageAssertions.assertThat(project.profile("u1")).exists();
        }
    }

    @Test
    void failure_withRejectionsAndStrangeToken_tellsThemToo() {
        Throwable failure = Runs.onlyFailure(Runs.of(FailedCase.class));

        assertThat(failure).hasMessageContaining("there is no such profile");
        assertThat(failure.getSuppressed()).hasSize(2);
        assertThat(failure.getSuppressed()[0])
                .hasMessageContaining("were rejected, in whole or in part, which may be why it failed")
                .hasMessageContaining("record 0 rejected: $distinct_id")
                .hasMessageNotContainingAny("it passed", "@AllowRejections");
        assertThat(failure.getSuppressed()[1])
                .hasMessageContaining("requests used tokens other than its own RejectionsTest.FailedCase.test.")
                .hasMessageEndingWith(": [typo]; mistyped?");
    }

    @ExtendWith(EngageExtension.class)
    static class AbortedCase {
        @Test
        void test(EngageProject project) {
            sendWithoutId(project);
            Assumptions.abort("not here");
        }
    }

    @Test
    void abort_withRejections_staysAborted() {
        Runs.of(AbortedCase.class)
                .testEvents()
                .assertStatistics(statistics -> statistics.aborted(1).failed(0));
    }
}
