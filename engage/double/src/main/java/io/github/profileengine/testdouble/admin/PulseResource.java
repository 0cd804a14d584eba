package io.github.profileengine.testdouble.admin;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.journal.Pulse;
import java.util.List;

/** {@code /pulse}: the counts of each of the latest seconds, and the outcomes by rule, for charts. */
final class PulseResource {
    private final Steering steering;

    PulseResource(Steering steering) {
        this.steering = steering;
    }

    void addTo(AdminRoutes routes) {
        routes.add("GET", "/pulse", List.of(), request -> answer());
    }

    private WireAnswer answer() {
        Pulse.Trace trace = steering.pulse().trace();
        return new JsonObject()
                .put("second", trace.second())
                .put("updates", trace.updates())
                .put("profiles", trace.profiles())
                .put("bytes", trace.bytes())
                .putList(
                        "outcomes",
                        steering.engine().stats().outcomes().entrySet().stream()
                                .map(entry -> outcome(entry.getKey(), entry.getValue())))
                .ok();
    }

    private static JsonObject outcome(Rule rule, long count) {
        return new JsonObject()
                .put("rule", rule.ruleName())
                .put("outcome", rule.kind().name())
                .put("count", count);
    }
}
