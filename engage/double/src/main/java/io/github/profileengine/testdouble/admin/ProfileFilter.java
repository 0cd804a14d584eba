package io.github.profileengine.testdouble.admin;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.testdouble.query.Condition;
import io.github.profileengine.testdouble.query.InvalidQueryException;
import java.util.List;
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
    private final List<String> words;

    private ProfileFilter(AdminRequest request) {
        kind = request.choice("kind", ALL, "users", "groups");
        part = request.text("id").orElse("");
        Optional<String> where = request.text(WHERE);
        condition = where.map(text -> Condition.parse(WHERE, text));
        words = List.of(kind, part, where.orElse(""));
    }

    /** What the request said. Filters with equal words select the same profiles. */
    List<String> words() {
        return words;
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
            return new ProfileListing(name, token, words, ProfileListing.ids(state, token, this));
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
