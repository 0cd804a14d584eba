package io.github.profileengine.junit;

import io.github.profileengine.testdouble.ObservedProfile;
import io.github.profileengine.testdouble.journal.JournalEntry;
import java.util.List;

/** The entry points of the assertions. {@code assertThat} may be imported beside AssertJ's own. */
public final class EngageAssertions {
    private EngageAssertions() {}

    /** Begins assertions on a profile, such as {@code project.profile("u1")}. */
    public static ProfileAssert assertThat(ObservedProfile profile) {
        return new ProfileAssert(profile);
    }

    /** Begins assertions on the requests that refer to a project, as far as the journal remembers. */
    public static RequestsAssert assertThatRequests(EngageProject project) {
        return new RequestsAssert(project.requests(), project.lostThrough());
    }

    /** Begins assertions on requests. */
    public static RequestsAssert assertThatRequests(List<JournalEntry> requests) {
        return new RequestsAssert(requests, 0);
    }
}
