package io.github.profileengine.testdouble.admin;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.journal.JournalEntry;
import java.util.List;

/** {@code /projects}: which there are, and how much each has. */
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
        return new JsonObject()
                .putList(
                        "projects",
                        ProjectNames.all(steering, aliases, entries).stream()
                                .map(token -> project(token, aliases, entries)))
                .ok();
    }

    private JsonObject project(String token, List<Alias> aliases, List<JournalEntry> entries) {
        return new JsonObject()
                .put("token", token)
                .put("profiles", steering.engine().count(token))
                .put(
                        "aliases",
                        aliases.stream()
                                .filter(alias -> alias.token().equals(token))
                                .count())
                .put(
                        "requests",
                        entries.stream().filter(entry -> entry.concerns(token)).count());
    }
}
