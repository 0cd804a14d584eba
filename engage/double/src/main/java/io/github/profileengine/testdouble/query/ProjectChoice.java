package io.github.profileengine.testdouble.query;

import io.github.profileengine.testdouble.exchange.BasicCredentials;
import io.github.profileengine.wire.request.RequestParameters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the project that a query reads. It is the first of these that is given: {@code token}, the Basic user name if
 * it is a known token, a configured {@code project_id}, the project of the session that it continues, the only project
 * that exists. Immutable.
 */
public final class ProjectChoice {
    private final @Nullable String token;
    private final String error;

    private ProjectChoice(@Nullable String token, String error) {
        this.token = token;
        this.error = error;
    }

    /**
     * Chooses the project of a request.
     *
     * @param authorization the value of the header; null if there is none. A malformed one counts as none
     * @param knownTokens the tokens of all projects, each once
     * @param tokensByProjectId the configured tokens, by project id
     * @param tokenOfSession the token of the session that the request names; empty if it names none that is known
     */
    public static ProjectChoice of(
            RequestParameters parameters,
            @Nullable String authorization,
            Collection<String> knownTokens,
            Map<String, String> tokensByProjectId,
            Optional<String> tokenOfSession) {
        Optional<String> named = parameters.first("token").filter(text -> !text.isEmpty());
        Optional<String> user = BasicCredentials.of(authorization).map(BasicCredentials::user);
        Optional<String> projectId = parameters.first("project_id").filter(text -> !text.isEmpty());
        Optional<String> only =
                knownTokens.size() == 1 ? Optional.of(knownTokens.iterator().next()) : Optional.empty();
        return named.or(() -> user.filter(knownTokens::contains))
                .or(() -> projectId.map(tokensByProjectId::get))
                .or(() -> tokenOfSession)
                .or(() -> only)
                .map(token -> new ProjectChoice(token, ""))
                .orElseGet(() -> new ProjectChoice(null, unclear(knownTokens.size(), user, projectId)));
    }

    private static String unclear(int projects, Optional<String> user, Optional<String> projectId) {
        List<String> facts = new ArrayList<>();
        facts.add(projects == 0 ? "there is none yet" : "there are " + projects);
        user.ifPresent(name -> facts.add("the Basic user name is not a known token"));
        projectId.ifPresent(id -> facts.add("project_id " + id + " is not configured"));
        if (facts.size() == 1) {
            facts.add("the request names none");
        }
        return "project, unclear: " + String.join(" and ", facts)
                + "; send token=, a known token as Basic user name, or a configured project_id";
    }

    /** The token of the project; empty if it is not clear which project the request means. */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }

    /** Why there is no token, for an answer with status 400; empty if there is a token. */
    public String error() {
        return error;
    }
}
