package io.github.profileengine.testdouble.query;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.wire.request.RequestParameters;
import java.util.Collection;
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
    // A text without its units, and a place for it.
    private static final int TEXT = 56;

    /** Whether a request asks for the same; what it does not say is as before. */
    boolean continues(String itsToken, RequestParameters request) {
        return token.equals(itsToken)
                && parameters.entrySet().containsAll(QueryParameter.all(request).entrySet());
    }

    /**
     * What it keeps alive at most, once every profile of it has been changed: with what was asked, which may be long.
     */
    long bytes() {
        return profiles.stream().mapToLong(Profile::estimatedBytes).sum()
                + bytes(parameters.values())
                + bytes(writer.names());
    }

    private static long bytes(Collection<String> texts) {
        return texts.stream()
                .mapToLong(text -> TEXT + (long) text.length() * Character.BYTES)
                .sum();
    }

    QueryAnswer answer(int page) {
        int from = (int) Math.min((long) page * pageSize, profiles.size());
        int to = Math.min(from + pageSize, profiles.size());
        return writer.answer(this, page, profiles.subList(from, to));
    }
}
