package io.github.profileengine.testdouble.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
                .containsEntry("uptime_seconds", 120L)
                .containsEntry("forks", 0L);
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
