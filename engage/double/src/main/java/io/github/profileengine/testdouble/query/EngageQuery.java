package io.github.profileengine.testdouble.query;

import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.wire.request.RequestParameters;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code /api/query/engage}. The first page of a query reads a fresh snapshot; the session that its answer
 * names keeps what was found, so the other pages belong to the same moment; those past the end are empty. Sessions are
 * bounded: the ones used least recently are forgotten, and their further pages refused. Safe for every thread.
 *
 * <p>Beside the documented parameters it takes {@code page_size}, from 1 to 10,000. {@code data_group_id} is the group
 * key itself. {@code filter_by_cohort} and {@code behaviors} are refused; parameters it does not know are ignored.
 */
public final class EngageQuery {
    private static final String SESSION_ID = "session_id";

    private final Supplier<Snapshot> snapshots;
    private final InstantSource clock;
    // Apart, so that many a look at a single profile does not end the paging through all.
    private final SessionStore paged = new SessionStore();
    private final SessionStore whole = new SessionStore();

    /**
     * A read side without sessions.
     *
     * @param snapshots what the engine holds now, such as {@code engine::snapshot}
     * @param clock the time that session ids begin with
     */
    public EngageQuery(Supplier<Snapshot> snapshots, InstantSource clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * The answer to a request.
     *
     * @param token the project to read, not empty; an unknown one has no profiles
     * @param parameters of query and form together
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

    private @Nullable QuerySession known(String token, RequestParameters parameters) {
        String id = parameters.first(SESSION_ID).orElse("");
        QuerySession found = paged.get(id);
        QuerySession session = found == null ? whole.get(id) : found;
        return session != null && session.continues(token, parameters) ? session : null;
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
