package io.github.profileengine.testdouble;

import io.github.profileengine.store.ProfileEngine;
import io.github.profileengine.testdouble.exchange.BasicCredentials;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.exchange.WireHandler;
import io.github.profileengine.testdouble.exchange.WireRequest;
import io.github.profileengine.testdouble.query.EngageQuery;
import io.github.profileengine.testdouble.query.ProjectChoice;
import io.github.profileengine.testdouble.query.QueryAnswer;
import io.github.profileengine.wire.request.DecodedRequest;
import io.github.profileengine.wire.request.RequestDecoder;
import io.github.profileengine.wire.request.RequestParameters;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The read side, {@code /api/query/engage}. It first finds the project, then answers the query. */
final class QueryRoute implements WireHandler {
    private final ProfileEngine engine;
    private final EngageQuery reads;
    private final Set<String> tokens;
    private final Map<String, String> projects;

    private final RequestDecoder decoder;

    // The credentials that a request must have; null if it needs none.
    private final @Nullable BasicCredentials credentials;

    QueryRoute(ProfileEngine engine, InstantSource clock, EngageDoubleBuilder builder) {
        this.engine = engine;
        this.reads = new EngageQuery(engine::snapshot, clock);
        this.tokens = builder.tokens();
        this.projects = Map.copyOf(builder.projects);
        this.decoder = new RequestDecoder(builder.requestBounds);
        this.credentials = builder.credentials;
    }

    @Override
    public WireAnswer handle(WireRequest request) {
        if (credentials != null
                && request.credentials().filter(credentials::match).isEmpty()) {
            return WireAnswer.json(401, Map.of("error", "credentials, missing or wrong", "status", "error"))
                    .with("WWW-Authenticate", "Basic realm=\"profiles\", charset=\"UTF-8\"");
        }
        DecodedRequest decoded = decoder.decodeParameters(
                request.rawQuery(),
                request.header("Content-Type").orElse(null),
                request.headers("Content-Encoding"),
                request.body());
        QueryAnswer answer = decoded.fault()
                .map(fault -> QueryAnswer.badRequest(fault.message()))
                .orElseGet(() -> answer(
                        decoded.parameters(), request.header("Authorization").orElse(null)));
        return WireAnswer.json(answer.status(), answer.json());
    }

    private QueryAnswer answer(RequestParameters parameters, @Nullable String authorization) {
        Set<String> known = new TreeSet<>(engine.tokens());
        known.addAll(tokens);
        ProjectChoice choice =
                ProjectChoice.of(parameters, authorization, known, projects, reads.tokenOfSession(parameters));
        return choice.token()
                .map(token -> reads.answer(token, parameters))
                .orElseGet(() -> QueryAnswer.badRequest(choice.error()));
    }
}
