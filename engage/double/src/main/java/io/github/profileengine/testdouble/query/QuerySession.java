package io.github.profileengine.testdouble.query;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.wire.request.RequestParameters;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A query that was answered, kept for its further pages. It holds the profiles of that moment, in order, so that
 * updates do not shift pages and no page needs another search. Immutable.
 *
 * @param parameters the parameters of the query
 */
record QuerySession(
        String id,
        String token,
        Map<QueryParameter, String> parameters,
        List<Profile> profiles,
        ResultWriter writer,
        int pageSize) {
    // The bytes of an empty string and of a reference to it.
    private static final int TEXT = 56;

    /** Whether a request continues this query: a parameter that it repeats must have the same value. */
    boolean continues(String itsToken, RequestParameters request) {
        return token.equals(itsToken)
                && parameters.entrySet().containsAll(QueryParameter.all(request).entrySet());
    }

    /**
     * The most bytes that the session keeps in memory, which is after all of its profiles have changed in the engine.
     * The parameters count, too, because they may be long.
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
