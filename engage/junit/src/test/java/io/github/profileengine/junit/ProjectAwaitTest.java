package io.github.profileengine.junit;

import static io.github.profileengine.junit.EngageAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EngageExtension.class)
@Timeout(120)
class ProjectAwaitTest {
    private final EngageProject project;

    ProjectAwaitTest(EngageProject project) {
        this.project = project;
    }

    /**
     * Waits longer than any test takes. So a wait that is not woken fails, and does not succeed by a last look at its
     * end.
     */
    private ProjectAwait patient() {
        return project.await().atMost(Duration.ofMinutes(5));
    }

    private ProjectAwait hasty() {
        return project.await().atMost(Duration.ofMillis(1));
    }

    /** Waits on another thread, then sends on this one. Returns the result of the wait. */
    private static <T> T whileWaiting(Callable<T> wait, Runnable send) throws Exception {
        FutureTask<T> waiting = new FutureTask<>(wait);
        // Not on the common pool: with two processors it has a single thread, which the client may need.
        Thread thread = new Thread(waiting, "waiting");
        thread.setDaemon(true);
        thread.start();
        // What is sent before the wait begins would be found without waking it.
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (thread.isAlive()
                && thread.getState() != Thread.State.TIMED_WAITING
                && System.nanoTime() - deadline < 0) {
            Thread.onSpinWait();
        }
        send.run();
        return waiting.get(60, TimeUnit.SECONDS);
    }

    @Test
    void property_sentByRequest_wakes() throws Exception {
        assertThat(whileWaiting(
                        () -> patient().profile("u1").property("credits").isEqualTo(3), () -> {
                            Sender.user(project, "u1", "'$add':{'credits':1}");
                            Sender.user(project, "u1", "'$add':{'credits':2}");
                        }))
                .hasProperty("credits", 3);
    }

    @Test
    void property_writtenToTheEngine_wakes() throws Exception {
        Update update = Update.of(ProfileId.user(project.token(), "u1"))
                .operation(Operation.of(Operator.SET, Map.of("a", List.of(1, 2))))
                .build();

        assertThat(whileWaiting(
                        () -> patient().profile("u1").property("a").contains(List.of(2)),
                        () -> project.engine().apply(Batch.of(List.of(update)))))
                .hasList("a", 1, 2);
    }

    @Test
    void profile_deleted_isGone() throws Exception {
        Sender.user(project, "u1", "'$set':{'a':1}");
        patient().profile("u1").exists();
        patient().profile("u1").property("a").exists();

        assertThat(whileWaiting(
                        () -> patient().profile("u1").property("a").isGone(),
                        () -> Sender.user(project, "u1", "'$unset':['a']")))
                .exists();
        assertThat(whileWaiting(
                        () -> patient().profile("u1").isGone(), () -> Sender.user(project, "u1", "'$delete':''")))
                .doesNotExist();
    }

    @Test
    void requests_arriving_wake() throws Exception {
        assertThat(whileWaiting(() -> patient().requests(2), () -> {
                    Sender.user(project, "u1", "'$set':{}");
                    Sender.user(project, "u2", "'$set':{}");
                }))
                .hasSize(2);
        assertThat(patient().request(entry -> entry.payload().text().contains("\"u2\"")))
                .isEqualTo(project.requests().get(1));
    }

    @Test
    void overdue_property_failsAsTheAssertion() {
        Sender.user(project, "u1", "'$set':{'credits':'three'}");
        Sender.user(project, "u1", "'$add':{'credits':3}");

        assertThatThrownBy(() -> hasty().profile("u1").property("credits").isEqualTo(3))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "[waited 1 ms] expected profile " + project.token() + "/u1 to have \"credits\": 3")
                .hasMessageContaining("but \"credits\" is \"three\"")
                .hasMessageContaining("IGNORED by add-on-non-number");
        assertThatThrownBy(() -> hasty().profile("u1").isGone()).hasMessageContaining("not to exist\nbut it does");
        assertThatThrownBy(() -> hasty().profile("u1").hasProperty("x")).hasMessageContaining("no property \"x\"");
        assertThatThrownBy(() -> hasty().profile("u1").hasNoProperty("credits"))
                .hasMessageContaining("to have no property \"credits\"");
    }

    @Test
    @AllowRejections
    void overdue_profile_namesRejectedRecordsOfTheProject() {
        Sender.engage(project, "{'$token':'" + project.token() + "','$set':{'a':1}}");

        assertThatThrownBy(() -> hasty().profile("u1").exists())
                .hasMessageContaining("but there is no such profile")
                .hasMessageContaining("rejected requests:")
                .hasMessageContaining("record 0 rejected: $distinct_id, missing or empty");
    }

    @Test
    void overdue_requests_listThem() {
        Sender.user(project, "u1", "'$set':{}");

        assertThatThrownBy(() -> hasty().requests(2))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("[waited 1 ms] expected requests: 2 or more\nbut there was 1 request")
                .hasMessageContaining("POST /engage, answered 200");
        assertThatThrownBy(() -> hasty().request(entry -> false))
                .hasMessageContaining("expected a request that meets the condition");
    }

    @Test
    void interrupted_wait_endsAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> patient().profile("u1").exists())
                .isInstanceOf(AssertionError.class)
                .hasMessage("interrupted while waiting");
        assertThat(Thread.interrupted()).isTrue();
    }
}
