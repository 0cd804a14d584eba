package io.github.profileengine.junit;

import static io.github.profileengine.junit.EngageAssertions.assertThatRequests;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.testdouble.EngageDouble;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the journal had no room for may be what an assertion missed, so the message does not deny that it came. */
class FullJournalTest {
    @RegisterExtension
    static final EngageExtension ENGAGE = EngageExtension.with(builder -> builder.journal(2, 1 << 20));

    private static void send(EngageProject project, String... ids) {
        for (String id : ids) {
            Sender.user(project, id, "'$set':{'a':1}");
        }
    }

    private static void assertTells(ThrowingCallable assertion, String part, long lostThrough) {
        assertThatThrownBy(assertion)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(part)
                .hasMessageEndingWith("\nthe journal no longer holds request " + lostThrough
                        + " and earlier; give it more room (EngageDoubleBuilder.journal)");
    }

    @Test
    void message_requestsWereDropped_tellsUpToWhich(EngageProject project) {
        send(project, "u1", "u2", "u2");
        long lost = project.engage().journal().total() - 2;

        assertTells(
                () -> EngageAssertions.assertThat(project.profile("u1")).hasProperty("a", 2),
                "\nlatest updates, oldest first:\n  no request that the journal still holds named it",
                lost);
        assertTells(
                () -> EngageAssertions.assertThat(project.profile("u2")).hasProperty("a", 2),
                "\n  $set {\"a\":1} -> ",
                lost);
        assertTells(
                () -> assertThatRequests(project).hasCount(3),
                "expected requests: 3\nbut there were 2 requests among those that the journal still holds\nthey are:\n",
                lost);
        assertTells(
                () -> project.await().atMost(Duration.ofMillis(1)).requests(3),
                "expected requests: 3 or more\nbut there were 2 requests among those that the journal still holds\n",
                lost);
    }

    /** A project whose test began later had no part in them. */
    @Test
    void message_requestsWereDroppedBefore_doesNotSpeakOfThem(EngageProject project) {
        send(project, "u1", "u1", "u1");
        EngageProject later = new EngageProject(
                project.engage(), "later", project.engage().journal().total());

        assertThatThrownBy(() -> assertThatRequests(later).hasCount(1))
                .hasMessage("expected requests: 1\nbut there were 0 requests");
        assertThatThrownBy(
                        () -> EngageAssertions.assertThat(later.profile("u1")).exists())
                .hasMessageContaining("\n  no request named it\n")
                .message()
                .doesNotContain("the journal no longer");
    }

    /** What was lost before a reset is forgotten as all the rest. */
    @Test
    void message_afterAReset_doesNotSpeakOfWhatWasLostBefore() throws Exception {
        try (EngageDouble engage = EngageDouble.builder().journal(1, 1 << 20).start()) {
            EngageProject project = new EngageProject(engage, "shop", 0);
            send(project, "u1", "u2");
            engage.reset();

            assertThatThrownBy(() -> EngageAssertions.assertThat(engage.profile("shop", "u9"))
                            .exists())
                    .hasMessageContaining("\n  no request named it\n")
                    .message()
                    .doesNotContain("the journal no longer");
        }
    }
}
