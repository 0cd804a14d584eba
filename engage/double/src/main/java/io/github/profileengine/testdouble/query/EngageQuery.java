package io.github.profileengine.testdouble.query;

import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.wire.request.RequestParameters;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /api/query/engage}. The first page of a query reads a fresh snapshot. Its answer names a session,
 * which keeps the profiles that were found. So all further pages show the same moment; pages past the end are empty.
 * The number of sessions is bounded: the least recently used ones are forgotten, and requests for their further pages
 * are refused. Safe for every thread.
 *
 * <p>Besides the documented parameters it takes {@code page_size}, from 1 to 10,000. {@code data_group_id} is the group
 * key itself. {@code filter_by_cohort} and {@code behaviors} are refused; unknown parameters are ignored.
 */
public final class EngageQuery {
    private static final String SESSION_ID = "session_id";

    private final Supplier<Snapshot> snapshots;
    private final InstantSource clock;
    // Sessions with further pages are kept apart, so that many queries for a single profile do not end the paging
    // through all profiles.
    private final SessionStore paged = new SessionStore();
    private final SessionStore whole = new SessionStore();

    /**
     * Creates a read side without sessions.
     *
     * @param snapshots supplies the present content of the engine, such as {@code engine::snapshot}
     * @param clock the time with which session ids begin
     */
    public EngageQuery(Supplier<Snapshot> snapshots, InstantSource clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * Answers a request.
     *
     * @param token the project to read, not empty; an unknown one has no profiles
     * @param parameters the parameters of the query and of the form together
     */
    public QueryAnswer answer(String token, RequestParameters parameters) {
        try {
            QueryReader reader = new QueryReader(parameters);
            int page = reader.page();
            QuerySession session = known(token, parameters);
            if (session == null && page > 0) {
                return QueryAnswer.badRequest("request for page in uncached query for params");
            }
            return (session == null ? begin(token, parameters, reader) : session).answer(page);
        } catch (InvalidQueryException e) {
            return QueryAnswer.badRequest(String.valueOf(e.getMessage()));
        }
    }

    /** The project of the session that a request names; empty if it names none, or one that is no longer known. */
    public Optional<String> tokenOfSession(RequestParameters parameters) {
        return named(parameters).map(QuerySession::token);
    }

    private Optional<QuerySession> named(RequestParameters parameters) {
        String id = parameters.first(SESSION_ID).orElse("");
        return Optional.ofNullable(paged.get(id)).or(() -> Optional.ofNullable(whole.get(id)));
    }

    private @Nullable QuerySession known(String token, RequestParameters parameters) {
        return named(parameters)
                .filter(session -> session.continues(token, parameters))
                .orElse(null);
    }

    private QuerySession begin(String token, RequestParameters parameters, QueryReader reader) {
        ProfileQuery query = reader.query(token);
        ResultWriter writer = new ResultWriter(reader.outputProperties());
        int pageSize = reader.pageSize();
        Map<QueryParameter, String> asked = QueryParameter.all(parameters);
        String id = paged.newId(clock.instant().getEpochSecond());
        QuerySession session = new QuerySession(id, token, asked, query.matches(snapshots.get()), writer, pageSize);
        (session.profiles().size() < pageSize ? whole : paged).put(session);
        return session;
    }
}
