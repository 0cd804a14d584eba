package io.github.profileengine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.testdouble.EngageDouble;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class EngageExtensionTest {
    private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();
    private static final Queue<Integer> PORTS = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
        PORTS.clear();
    }

    @ExtendWith(EngageExtension.class)
    static class EveryPlaceCase {
        private final EngageProject project;

        EveryPlaceCase(EngageProject project) {
            this.project = project;
        }

        @BeforeAll
        static void all(EngageDouble engage) {
            PORTS.add(engage.port());
        }

        @BeforeEach
        void before(EngageProject its) {
            assertThat(its).isSameAs(project);
        }

        @Test
        void first(EngageProject its, EngageDouble engage) {
            assertThat(its).isSameAs(project);
            SEEN.add(its.token());
            PORTS.add(engage.port());
        }

        @Test
        void second() {
            SEEN.add(project.token());
        }

        @AfterEach
        void after(EngageProject its) {
            assertThat(its).isSameAs(project);
        }
    }

    @Test
    void parameters_everyPlace_getTheProjectOfTheTest() {
        Runs.assertSucceeded(Runs.of(EveryPlaceCase.class), 2);

        assertThat(SEEN)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .anyMatch(token -> token.startsWith("EngageExtensionTest.EveryPlaceCase.first."));
        assertThat(Set.copyOf(PORTS)).hasSize(1);
    }

    abstract static class InheritedCase {
        @Test
        void inherited(EngageProject project) {
            SEEN.add(project.token());
        }
    }

    @ExtendWith(EngageExtension.class)
    static class OuterCase extends InheritedCase {
        private final EngageProject outer;

        OuterCase(EngageProject project) {
            outer = project;
        }

        @Nested
        class InnerCase {
            private final EngageProject inner;

            InnerCase(EngageProject project) {
                inner = project;
            }

            @Test
            void nested(EngageProject project) {
                assertThat(project).isSameAs(inner).isSameAs(outer);
                SEEN.add(project.token());
            }
        }
    }

    @Test
    void parameters_nestedAndInherited_getTheProjectOfTheTest() {
        Runs.assertSucceeded(Runs.of(OuterCase.class), 2);

        assertThat(SEEN).hasSize(2).anyMatch(token -> token.contains("OuterCase.InnerCase.nested"));
        assertThat(SEEN).anyMatch(token -> token.contains("OuterCase.inherited"));
    }

    @ExtendWith(EngageExtension.class)
    static class CrowdCase {
        @RepeatedTest(100)
        void counts(EngageProject project) {
            PORTS.add(project.engage().port());
            SEEN.add(project.token());
            for (int times = 0; times < 5; times++) {
                assertThat(Sender.user(project, "u1", "'$add':{'n':1}")).isEqualTo(200);
            }
            EngageAssertions.assertThat(project.profile("u1")).hasProperty("n", 5);
            EngageAssertions.assertThatRequests(project).allAccepted().hasCount(5);
            assertThat(project.profiles()).hasSize(1);
        }
    }

    @ExtendWith(EngageExtension.class)
    static class MeetingCase {
        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @RepeatedTest(2)
        void meets(EngageProject project) throws Exception {
            PORTS.add(project.engage().port());
            BOTH.await(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void parallel_manyTests_doNotSeeEachOtherOnOneServer() {
        Runs.assertSucceeded(Runs.parallel(CrowdCase.class, MeetingCase.class), 102);

        assertThat(SEEN).hasSize(100).doesNotHaveDuplicates();
        assertThat(Set.copyOf(PORTS)).hasSize(1);
    }

    @Test
    void end_ofRun_leavesNoThread() {
        Set<Thread> before = threads();

        Runs.assertSucceeded(Runs.parallel(CrowdCase.class, RegisteredCase.class), 101);

        Set<String> left = threads().stream()
                .filter(thread -> !before.contains(thread))
                .map(Thread::getName)
                .filter(name -> name.startsWith("engage-double") || name.contains("Dispatcher"))
                .collect(Collectors.toSet());
        assertThat(left).isEmpty();
        assertThat(PORTS).isNotEmpty().allMatch(EngageExtensionTest::isClosed);
    }

    private static Set<Thread> threads() {
        return Set.copyOf(Thread.getAllStackTraces().keySet());
    }

    private static boolean isClosed(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return !socket.isConnected();
        } catch (IOException e) {
            return true;
        }
    }

    static class RegisteredCase {
        @RegisterExtension
        static final EngageExtension ENGAGE = EngageExtension.with(builder -> builder.prefix("/proxy"));

        @Test
        void test(EngageProject project) {
            assertThat(ENGAGE.engage()).isSameAs(project.engage());
            String json = "{\"$token\":\"" + project.token() + "\",\"$distinct_id\":\"u\",\"$set\":{}}";
            assertThat(Sender.post(project.uri().resolve("/proxy/engage"), json))
                    .isEqualTo(200);
            EngageAssertions.assertThat(project.profile("u")).exists();
            PORTS.add(project.engage().port());
        }

        @AfterAll
        static void stillRuns(EngageDouble engage) {
            assertThat(isClosed(engage.port())).isFalse();
        }
    }

    @Test
    void registered_ownServer_endsWithItsClass() {
        Runs.assertSucceeded(Runs.of(RegisteredCase.class), 1);

        assertThat(PORTS).hasSize(1).allMatch(EngageExtensionTest::isClosed);
        assertThatThrownBy(RegisteredCase.ENGAGE::engage).hasMessageContaining("no running double of its own");
    }

    abstract static class RegisteredAboveCase {
        @RegisterExtension
        static final EngageExtension ENGAGE = EngageExtension.with(builder -> {});

        @Test
        void inherited(EngageDouble engage) {
            PORTS.add(engage.port());
        }
    }

    static class NestedRegisteredCase extends RegisteredAboveCase {
        @Nested
        class InnerCase {
            @Test
            void nested(EngageProject project) {
                assertThat(ENGAGE.engage()).isSameAs(project.engage());
                PORTS.add(project.engage().port());
            }
        }

        @AfterAll
        static void stillRuns() {
            assertThat(isClosed(ENGAGE.engage().port())).isFalse();
        }
    }

    @Test
    void registered_nestedAndInherited_shareTheServer() {
        Runs.assertSucceeded(Runs.of(NestedRegisteredCase.class), 2);

        assertThat(PORTS).hasSize(2);
        assertThat(Set.copyOf(PORTS)).hasSize(1).allMatch(EngageExtensionTest::isClosed);
    }

    static class PerTestCase {
        @RegisterExtension
        final EngageExtension engage = EngageExtension.with(builder -> {});

        @RepeatedTest(2)
        void test(EngageDouble its) {
            assertThat(engage.engage()).isSameAs(its);
            assertThat(PORTS).allMatch(EngageExtensionTest::isClosed);
            PORTS.add(its.port());
        }
    }

    @Test
    void registered_inInstance_hasServerPerTest() {
        Runs.assertSucceeded(Runs.of(PerTestCase.class), 2);

        assertThat(PORTS).hasSize(2).allMatch(EngageExtensionTest::isClosed);
    }

    @ExtendWith(EngageExtension.class)
    static class ProjectOfClassCase {
        @BeforeAll
        static void all(EngageProject project) {
            SEEN.add(project.token());
        }

        @Test
        void test() {}
    }

    @ExtendWith(EngageExtension.class)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class OneInstanceCase {
        OneInstanceCase(EngageProject project) {
            SEEN.add(project.token());
        }

        @Test
        void test() {}
    }

    @Test
    void parameters_projectForWholeClass_isRefusedWithReason() {
        for (Class<?> type : List.of(ProjectOfClassCase.class, OneInstanceCase.class)) {
            assertThat(Runs.onlyFailure(Runs.of(type)))
                    .hasStackTraceContaining("an EngageProject belongs to one test")
                    .hasStackTraceContaining("take the EngageDouble");
        }
        assertThat(SEEN).isEmpty();
    }
}
