package io.github.profileengine.testdouble.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.profileengine.testdouble.journal.Pulse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthResourceTest extends AdminFixture {
    @Test
    void health_afterWork_counts() throws Exception {
        admin.engage("u1", "\"$add\":{\"credits\":1}");
        admin.engage("u1", "\"$add\":{\"credits\":\"x\"}");
        admin.record("{\"$distinct_id\":\"u1\"}");
        engage.clock().advance(Duration.ofMinutes(2));

        Map<String, Object> health = admin.get("/health");

        assertThat(health)
                .containsEntry("started", "2026-01-31T12:00:00Z")
                .containsEntry("now", "2026-01-31T12:02:00Z")
                .containsEntry("forks", 0L);
        // Of real time: the clock was moved by two minutes.
        assertThat((long) health.get("uptime_seconds")).isBetween(0L, 119L);
        assertThat((String) health.get("version")).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
        assertThat(AdminClient.members(health.get("engine")))
                .containsEntry("batches", 2L)
                .containsEntry("accepted", 2L)
                .containsEntry("profiles", 1L);
        assertThat(AdminClient.members(health.get("journal")))
                .containsEntry("total", 3L)
                .containsEntry("kept", 3L)
                .containsEntry("dropped", 0L);
    }

    /** From these numbers, a page learns that what it shows is gone, even if nothing else has changed. */
    @Test
    void health_afterRestoreAndReset_tellsThatAnotherStateIsThere() throws Exception {
        admin.engage("u1", "\"$add\":{\"credits\":1}");
        admin.send("POST", "/forks", "{\"name\":\"one\"}");
        Map<String, Object> before = admin.get("/health");

        admin.send("POST", "/forks/one/restore", "");
        Map<String, Object> restored = admin.get("/health");
        admin.send("POST", "/reset?token=shop", "");
        Map<String, Object> emptied = admin.get("/health");
        admin.send("POST", "/reset", "");

        assertThat(restored.get("engine")).isEqualTo(before.get("engine"));
        assertThat(List.of(before, restored, emptied, admin.get("/health")))
                .extracting(health -> health.get("states"))
                .doesNotHaveDuplicates();
        assertThat(AdminClient.members(restored.get("journal"))).containsEntry("forgotten", 0L);
        assertThat(AdminClient.members(emptied.get("journal")))
                .containsEntry("forgotten", 1L)
                .containsEntry("dropped", 0L);
    }

    @Test
    void health_planWithoutRules_isNoFault() throws Exception {
        admin.send("PUT", "/faults", "{\"seed\":7,\"rules\":[{\"kind\":\"cut_after\"}]}");
        assertThat(admin.get("/health")).containsEntry("faults", true);
        admin.send("PUT", "/faults", "{\"seed\":7,\"rules\":[]}");
        assertThat(admin.get("/health")).containsEntry("faults", false);
    }

    @Test
    void pulse_afterWork_tellsWhatCameAndWhatBecameOfIt() throws Exception {
        admin.engage("u1", "\"$add\":{\"credits\":1}");
        admin.engage("u1", "\"$add\":{\"credits\":\"x\"}");

        Map<String, Object> pulse = admin.get("/pulse");

        assertThat(numbers(pulse, "updates").stream().mapToLong(Long::longValue).sum())
                .isEqualTo(2);
        assertThat(numbers(pulse, "profiles")).hasSize(Pulse.SECONDS).endsWith(1L);
        assertThat(numbers(pulse, "bytes")).endsWith(engage.engine().stats().heapBytes());
        assertThat(AdminClient.list(pulse, "outcomes"))
                .containsExactly(
                        Map.of("rule", "add-applied", "outcome", "APPLIED", "count", 1L),
                        Map.of("rule", "add-bad-operand", "outcome", "IGNORED", "count", 1L));
    }

    @SuppressWarnings("unchecked") // integers in JSON are longs
    private static List<Long> numbers(Map<String, Object> answer, String name) {
        return (List<Long>) answer.get(name);
    }

    @Test
    void projects_ofProfilesAliasesAndRequests_areCounted() throws Exception {
        admin.engage("u1", "\"$set\":{\"a\":1}");
        admin.engage("u2", "\"$set\":{\"a\":1}");
        engage.engine().alias("other", "a", "b");

        assertThat(AdminClient.list(admin.get("/projects"), "projects"))
                .containsExactly(
                        Map.of("token", "other", "profiles", 0L, "aliases", 1L, "requests", 0L),
                        Map.of("token", "shop", "profiles", 2L, "aliases", 0L, "requests", 2L));
    }

    @Test
    void projects_requestOfSeveralRecords_countsOnceForEachProject() throws Exception {
        String record = "{\"$token\":\"shop\",\"$distinct_id\":\"u1\",\"$set\":{\"a\":1}}";
        admin.record("[" + record + "," + record.replace("shop", "other") + "," + record + "]");

        assertThat(AdminClient.list(admin.get("/projects"), "projects"))
                .extracting(project -> project.get("token"), project -> project.get("requests"))
                .containsExactly(tuple("other", 1L), tuple("shop", 1L));
    }

    @Test
    void reset_ofProjectAndOfAll() throws Exception {
        admin.engage("u1", "\"$set\":{\"a\":1}");
        admin.record("{\"$token\":\"other\",\"$distinct_id\":\"u1\",\"$set\":{}}");
        engage.clock().stopAt(NOON.plusSeconds(5));

        assertThat(admin.text("POST", "/reset?token=shop", ""))
                .isEqualTo("{\"forgotten\":1,\"left\":1,\"token\":\"shop\"}");
        assertThat(engage.engine().tokens()).containsExactly("other");
        assertThat(engage.journal().entries()).hasSize(1);
        assertThat(engage.clock().isStopped()).isTrue();

        assertThat(admin.text("POST", "/reset", "")).isEqualTo("{\"forgotten\":1,\"left\":0,\"token\":null}");
        assertThat(engage.journal().entries()).isEmpty();
        assertThat(engage.clock().isStopped()).isFalse();
    }
}
