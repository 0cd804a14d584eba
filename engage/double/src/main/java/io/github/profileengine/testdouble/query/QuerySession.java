package io.github.profileengine.testdouble.query;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.wire.request.RequestParameters;
import java.util.List;
import java.util.Map;

/**
 * A query that was answered, kept for its other pages: the profiles as they were then, in order, so that no page is
 * moved by a write and none costs another search. Immutable.
 *
 * @param parameters what was asked
 */
record QuerySession(
        String id,
        String token,
        Map<QueryParameter, String> parameters,
        List<Profile> profiles,
        ResultWriter writer,
        int pageSize) {

    /** Whether a request asks for the same; what it does not say is as before. */
    boolean continues(String itsToken, RequestParameters request) {
        return token.equals(itsToken)
                && parameters.entrySet().containsAll(QueryParameter.all(request).entrySet());
    }

    /** What it keeps alive at most, once every profile of it has been changed. */
    long bytes() {
        return profiles.stream().mapToLong(Profile::estimatedBytes).sum();
    }

    QueryAnswer answer(int page) {
        int from = (int) Math.min((long) page * pageSize, profiles.size());
        int to = Math.min(from + pageSize, profiles.size());
        return writer.answer(this, page, profiles.subList(from, to));
    }
}
