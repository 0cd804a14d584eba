package io.github.profileengine.testdouble;

import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.exchange.BasicCredentials;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.exchange.WireHandler;
import io.github.profileengine.testdouble.exchange.WireRequest;
import io.github.profileengine.testdouble.query.EngageQuery;
import io.github.profileengine.testdouble.query.ProjectChoice;
import io.github.profileengine.testdouble.query.QueryAnswer;
import io.github.profileengine.wire.request.RequestParameters;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The read side, {@code /api/query/engage}. It first finds the project, then answers the query. */
final class QueryRoute implements WireHandler {
    private final ProfileEngine engine;
    private final EngageQuery reads;
    private final Set<String> tokens;
    private final Map<String, String> projects;

    private final int maxParameters;

    // The credentials that a request must have; null if it needs none.
    private final @Nullable BasicCredentials credentials;

    QueryRoute(ProfileEngine engine, InstantSource clock, EngageDoubleBuilder builder) {
        this.engine = engine;
        this.reads = new EngageQuery(engine::snapshot, clock);
        this.tokens = builder.tokens();
        this.projects = Map.copyOf(builder.projects);
        this.maxParameters = builder.requestBounds.maxParameters();
        this.credentials = builder.credentials;
    }

    @Override
    public WireAnswer handle(WireRequest request) {
        if (credentials != null
                && request.credentials().filter(credentials::match).isEmpty()) {
            return WireAnswer.json(401, Map.of("error", "credentials, missing or wrong", "status", "error"))
                    .with("WWW-Authenticate", "Basic realm=\"profiles\", charset=\"UTF-8\"");
        }
        String query = request.rawQuery() == null ? "" : request.rawQuery();
        if (RequestParameters.isOver(request.body(), maxParameters)
                || RequestParameters.isOver(query.getBytes(StandardCharsets.UTF_8), maxParameters)) {
            QueryAnswer tooMany = QueryAnswer.badRequest("parameters, over " + maxParameters);
            return WireAnswer.json(tooMany.status(), tooMany.json());
        }
        RequestParameters parameters = RequestParameters.ofQuery(query).and(RequestParameters.ofForm(request.body()));
        Set<String> known = new TreeSet<>(engine.tokens());
        known.addAll(tokens);
        ProjectChoice choice =
                ProjectChoice.of(parameters, request.header("Authorization").orElse(null), known, projects);
        Optional<String> token = choice.token();
        QueryAnswer answer =
                token.isPresent() ? reads.answer(token.get(), parameters) : QueryAnswer.badRequest(choice.error());
        return WireAnswer.json(answer.status(), answer.json());
    }
}
