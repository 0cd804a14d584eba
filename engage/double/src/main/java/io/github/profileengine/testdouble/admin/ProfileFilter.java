package io.github.profileengine.testdouble.admin;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.testdouble.query.Condition;
import io.github.profileengine.testdouble.query.InvalidQueryException;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Selects profiles of a project by the parameters of a request. */
final class ProfileFilter implements Predicate<Profile> {
    private static final String WHERE = "where";
    private static final String ALL = "all";

    private final String kind;
    private final String part;
    private final Optional<Condition> condition;

    private ProfileFilter(AdminRequest request) {
        kind = request.choice("kind", ALL, "users", "groups");
        part = request.text("id").orElse("");
        condition = request.text(WHERE).map(text -> Condition.parse(WHERE, text));
    }

    /** The filter that the parameters of a request describe. */
    static ProfileFilter of(AdminRequest request) {
        try {
            return new ProfileFilter(request);
        } catch (InvalidQueryException e) {
            throw AdminRefusalException.bad(String.valueOf(e.getMessage()));
        }
    }

    /** A page of the profiles that match. */
    ProfilePage page(Snapshot state, String token, @Nullable ProfileId after, int limit) {
        try {
            return ProfilePage.of(state, token, this, after, limit);
        } catch (InvalidQueryException e) {
            throw AdminRefusalException.bad(String.valueOf(e.getMessage()));
        }
    }

    /** A listing of all profiles that match. */
    ProfileListing listing(String name, Snapshot state, String token) {
        try {
            return ProfileListing.of(name, state, token, this);
        } catch (InvalidQueryException e) {
            throw AdminRefusalException.bad(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean test(Profile profile) {
        ProfileId id = profile.id();
        return (kind.equals(ALL) || id.isGroup() == kind.equals("groups"))
                && id.id().contains(part)
                && condition.filter(its -> !its.accepts(profile)).isEmpty();
    }
}
