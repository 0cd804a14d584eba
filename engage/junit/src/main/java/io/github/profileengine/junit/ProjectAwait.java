package io.github.profileengine.junit;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.testdouble.ObservedProfile;
import io.github.profileengine.testdouble.journal.JournalEntry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Waits for a state of a project or for requests that refer to it; every change in the double wakes the wait.
 * Immutable. After a timeout the message is that of the assertion.
 */
public final class ProjectAwait {
    private static final Duration DEFAULT_AT_MOST = Duration.ofSeconds(5);

    private final EngageProject project;
    private final Duration atMost;

    private ProjectAwait(EngageProject project, Duration atMost) {
        this.project = project;
        this.atMost = atMost;
    }

    static ProjectAwait of(EngageProject project) {
        return new ProjectAwait(project, DEFAULT_AT_MOST);
    }

    /** A copy with another time limit; the default is 5 seconds. */
    public ProjectAwait atMost(Duration time) {
        return new ProjectAwait(project, Objects.requireNonNull(time, "time"));
    }

    /** Selects a user profile to wait for. */
    public ProfileAwait profile(String distinctId) {
        return new ProfileAwait(this, ProfileId.user(project.token(), distinctId));
    }

    /** Selects a group profile to wait for. */
    public ProfileAwait group(String key, String id) {
        return new ProfileAwait(this, ProfileId.group(project.token(), key, id));
    }

    /** Waits for at least {@code count} requests that refer to the project, accepted or not; returns all there are. */
    public List<JournalEntry> requests(int count) {
        if (!holds(() -> project.requests().size() >= count)) {
            throw overdue("requests: " + count + " or more");
        }
        return project.requests();
    }

    /** Waits for a request that refers to the project and meets a condition; returns the first such request. */
    public JournalEntry request(Predicate<? super JournalEntry> condition) {
        holds(() -> project.requests().stream().anyMatch(condition));
        return project.requests().stream()
                .filter(condition)
                .findFirst()
                .orElseThrow(() -> overdue("a request that meets the condition"));
    }

    /** Waits until a profile is as expected, and returns it. */
    ObservedProfile meets(ProfileId id, ProfileExpectation expectation) {
        ObservedProfile[] last = new ObservedProfile[1];
        boolean met = holds(() -> {
            last[0] = project.profile(id);
            return expectation.isMetBy(last[0]);
        });
        ObservedProfile observed = last[0];
        if (!met) {
            throw new AssertionError(waited()
                    + ProfileReport.of(expectation, observed)
                    + ReportText.section("rejected requests:", RequestReport.lines(project.rejectedRequests())));
        }
        return observed;
    }

    private boolean holds(BooleanSupplier condition) {
        try {
            return project.engage().await(condition, atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        }
    }

    private AssertionError overdue(String expected) {
        return new AssertionError(
                waited() + RequestsAssert.message(expected, project.requests(), project.lostThrough()));
    }

    private String waited() {
        return "[waited " + atMost.toMillis() + " ms] ";
    }
}
