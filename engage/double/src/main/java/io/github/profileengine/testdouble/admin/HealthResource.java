package io.github.profileengine.testdouble.admin;

import io.github.profileengine.store.EngineStats;
import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.journal.Journal;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** {@code /health}: that the double runs, since when, and how much it has done. */
final class HealthResource {
    private final Steering steering;
    private final ForkShelf forks;
    private final Instant started;
    private final long startedNanos = System.nanoTime();
    private final String run = HexFormat.of().toHexDigits(new SecureRandom().nextLong());

    HealthResource(Steering steering, ForkShelf forks) {
        this.steering = steering;
        this.forks = forks;
        this.started = steering.now();
    }

    void addTo(AdminRoutes routes) {
        routes.add("GET", "/health", List.of(), request -> health().ok());
    }

    /** An id of this run of the double, different from that of every other run. */
    String run() {
        return run;
    }

    /** Equal to the last fingerprint as long as nothing has changed that a page shows. */
    Object fingerprint() {
        EngineStats stats = steering.engine().stats();
        Journal journal = steering.journal();
        return List.of(
                stats.batches(),
                stats.updates(),
                stats.profiles(),
                stats.aliases(),
                journal.total(),
                journal.size(),
                steering.isClockStopped() ? steering.now() : "",
                steering.faults().plan(),
                steering.baselines().count(),
                forks.list().size());
    }

    /** The complete status of the double. */
    JsonObject health() {
        return new JsonObject()
                .put("status", "ok")
                .put("version", Resources.version())
                .put("started", started.toString())
                .put("now", steering.now().toString())
                .put("uptime_seconds", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - startedNanos))
                .put("engine", engine(steering.engine().stats()))
                .put("journal", journal(steering.journal()))
                .put("forks", forks.list().size())
                .put("states", steering.baselines().count())
                .put("run", run)
                .put("prefix", steering.prefix())
                .put("clock_stopped", steering.isClockStopped())
                .put("faults", !steering.faults().plan().isEmpty());
    }

    private static JsonObject engine(EngineStats stats) {
        Map<String, Long> outcomes = new TreeMap<>();
        stats.outcomes().forEach((rule, count) -> outcomes.put(rule.ruleName(), count));
        return new JsonObject()
                .put("batches", stats.batches())
                .put("accepted", stats.accepted())
                .put("rejected", stats.rejected())
                .put("outcomes", outcomes)
                .put("profiles", stats.profiles())
                .put("aliases", stats.aliases())
                .put("estimated_bytes", stats.estimatedBytes())
                .put("heap_bytes", stats.heapBytes())
                .put("shards", stats.shards());
    }

    private static JsonObject journal(Journal journal) {
        return new JsonObject()
                .put("total", journal.total())
                .put("kept", journal.size())
                .put("dropped", journal.dropped())
                .put("forgotten", journal.forgotten())
                .put("rejected", journal.rejected());
    }
}
