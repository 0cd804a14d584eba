package io.github.profileengine.junit;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.DoubleClock;
import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.ObservedProfile;
import io.github.profileengine.testdouble.journal.JournalEntry;
import java.net.URI;
import java.util.List;

/**
 * The project of a test: give its {@link #token} and {@link #uri} to the SDK, then check its profiles. Any thread may
 * use it until the test ends.
 */
public final class EngageProject {
    private final EngageDouble engage;
    private final String token;
    private final long requestsBefore;

    /**
     * Creates a project.
     *
     * @param requestsBefore the number of the last request before it began
     */
    EngageProject(EngageDouble engage, String token, long requestsBefore) {
        this.engage = engage;
        this.token = token;
        this.requestsBefore = requestsBefore;
    }

    /** The number of the last request before the project began. */
    long requestsBefore() {
        return requestsBefore;
    }

    /** The token to send; a fresh token contains the names of class and method. */
    public String token() {
        return token;
    }

    /** The address of the double, without a slash at the end. */
    public URI uri() {
        return engage.uri();
    }

    /** A user profile as it is now; aliases are followed. */
    public ObservedProfile profile(String distinctId) {
        return profile(ProfileId.user(token, distinctId));
    }

    /** A group profile as it is now. */
    public ObservedProfile group(String key, String id) {
        return profile(ProfileId.group(token, key, id));
    }

    /** A user or group profile as it is now. What the journal dropped before the project began does not count. */
    ObservedProfile profile(ProfileId id) {
        ObservedProfile now = engage.profile(id);
        return new ObservedProfile(now.id(), now.profile(), now.updates(), now.others(), sinceBegin(now.lostThrough()));
    }

    /** Every profile, users before groups, in the order of their ids. */
    public List<Profile> profiles() {
        return engage.engine().profiles(token).toList();
    }

    /**
     * The requests that refer to the project, oldest first, as far as the journal remembers. A rejected request counts
     * even if only its text names the token.
     */
    public List<JournalEntry> requests() {
        return engage.journal().entries(entry -> RequestOwner.isNamed(entry, token));
    }

    /** Starts a wait for a state or for requests. */
    public ProjectAwait await() {
        return ProjectAwait.of(this);
    }

    /** The double, which other tests may use at the same time. */
    public EngageDouble engage() {
        return engage;
    }

    /** The engine of the double, which holds the projects of other tests too. */
    public ProfileEngine engine() {
        return engage.engine();
    }

    /**
     * The clock of the double, shared by all tests on it: stop it only where tests run one after another. When the last
     * running test has ended, the clock returns to its initial setting; by default it then follows the system.
     */
    public DoubleClock clock() {
        return engage.clock();
    }

    /** The number of the latest request that the journal has dropped for lack of room since the project began, or 0. */
    long lostThrough() {
        return sinceBegin(engage.journal().lostThrough());
    }

    private long sinceBegin(long number) {
        return number > requestsBefore ? number : 0;
    }

    List<JournalEntry> rejectedRequests() {
        return requests().stream().filter(entry -> !entry.isAccepted()).toList();
    }

    @Override
    public String toString() {
        return token + " at " + uri();
    }
}
