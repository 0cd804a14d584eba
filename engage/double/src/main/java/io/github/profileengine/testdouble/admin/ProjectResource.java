package io.github.profileengine.testdouble.admin;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.journal.JournalEntry;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /projects}: all projects, with the number of their profiles, aliases and requests. */
final class ProjectResource {
    private final Steering steering;

    ProjectResource(Steering steering) {
        this.steering = steering;
    }

    void addTo(AdminRoutes routes) {
        routes.add("GET", "/projects", List.of(), request -> list());
    }

    private WireAnswer list() {
        List<Alias> aliases = steering.engine().snapshot().aliases().toList();
        List<JournalEntry> entries = steering.journal().entries();
        // Counts in one pass, because a client may name as many projects as it sends records.
        Map<String, Long> aliasesOf = counted(aliases.stream().map(Alias::token));
        Map<String, Long> requestsOf = counted(entries.stream().flatMap(entry -> ProjectNames.of(entry).stream()));
        return new JsonObject()
                .putList(
                        "projects",
                        ProjectNames.all(steering, aliases, entries).stream()
                                .map(token -> new JsonObject()
                                        .put("token", token)
                                        .put("profiles", steering.engine().count(token))
                                        .put("aliases", aliasesOf.getOrDefault(token, 0L))
                                        .put("requests", requestsOf.getOrDefault(token, 0L))))
                .ok();
    }

    private static Map<String, Long> counted(Stream<String> tokens) {
        return tokens.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
}
