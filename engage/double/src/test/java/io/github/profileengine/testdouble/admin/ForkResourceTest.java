package io.github.profileengine.testdouble.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForkResourceTest extends AdminFixture {
    private void fork(String name) throws Exception {
        admin.json("POST", "/forks", "{\"name\":\"" + name + "\"}");
    }

    @Test
    void fork_changedAndRestored_leadsBack() throws Exception {
        admin.engage("u1", "\"$set\":{\"a\":1}");
        fork("first/step é");
        admin.engage("u1", "\"$set\":{\"a\":2}");
        admin.engage("u2", "\"$set\":{\"b\":null}");
        engage.engine().alias("shop", "a1", "u1");
        String path = "/forks/first%2Fstep%20%C3%A9";

        Map<String, Object> diff = admin.get(path + "/diff?token=shop");

        assertThat(diff)
                .containsEntry("added", 1L)
                .containsEntry("removed", 0L)
                .containsEntry("changed", 1L)
                .containsEntry("truncated", false)
                .containsEntry("added_aliases", List.of(Map.of("token", "shop", "alias", "a1", "distinct_id", "u1")));
        Map<String, Object> changed = AdminClient.list(diff, "profiles").get(0);
        assertThat(changed).containsEntry("kind", "CHANGED");
        assertThat(AdminClient.list(changed, "changes"))
                .containsExactly(Map.of("property", "a", "kind", "CHANGED", "before", 1L, "after", 2L));
        Map<String, Object> added = AdminClient.list(
                        AdminClient.list(diff, "profiles").get(1), "changes")
                .stream()
                .filter(change -> "b".equals(change.get("property")))
                .findFirst()
                .orElseThrow();
        assertThat(added).containsEntry("after", null).doesNotContainKey("before");
        assertThat(admin.get(path + "/diff?token=other")).containsEntry("added", 0L);
        assertThat(admin.get(path + "/diff?limit=1"))
                .containsEntry("truncated", true)
                .containsEntry("changed", 1L);

        admin.json("POST", path + "/restore", "");
        assertThat(engage.profile("u1").get("a")).isEqualTo(1L);
        assertThat(engage.engine().count()).isEqualTo(1);
        assertThat(admin.get(path + "/diff")).containsEntry("changed", 0L).containsEntry("added_aliases", List.of());
    }

    @Test
    void forks_listedAndDeleted() throws Exception {
        fork("a");
        fork("b");
        assertThat(AdminClient.list(admin.get("/forks"), "forks"))
                .extracting(fork -> fork.get("name"))
                .containsExactly("a", "b");

        assertThat(admin.json("DELETE", "/forks/a", "")).containsEntry("time", "2026-01-31T12:00:00Z");

        assertThat(admin.error(404, "DELETE", "/forks/a", "")).isEqualTo("name, there is no fork a");
        assertThat(admin.error(404, "GET", "/forks/a/diff", "")).isEqualTo("name, there is no fork a");
        assertThat(admin.error(404, "POST", "/forks/a/restore", "")).isEqualTo("name, there is no fork a");
        admin.json("POST", "/reset", "");
        assertThat(AdminClient.list(admin.get("/forks"), "forks")).hasSize(1);
    }

    @Test
    void fork_badName_isRefused() throws Exception {
        fork("a");
        assertThat(admin.error(400, "POST", "/forks", "{\"name\":\"a\"}"))
                .isEqualTo("name, there is a fork a already; delete it first");
        assertThat(admin.error(400, "POST", "/forks", "{\"name\":\"\"}")).isEqualTo("name, not 1 to 200 characters");
        assertThat(admin.error(400, "POST", "/forks", "{\"name\":\"..\"}"))
                .isEqualTo("name, . and .. cannot be used: browsers take them for folders in a URL");
        assertThat(admin.error(400, "POST", "/forks", "{\"name\":7}")).isEqualTo("name, must be a text");
        assertThat(admin.error(400, "POST", "/forks", "{}")).isEqualTo("name, must be a text");
    }

    @Test
    void forks_oneTooMany_isRefused() throws Exception {
        for (int number = 0; number < ForkShelf.MOST; number++) {
            fork("fork " + number);
        }
        assertThat(admin.error(400, "POST", "/forks", "{\"name\":\"more\"}"))
                .isEqualTo("forks, there are 32 already, which is the most; delete one");
    }
}
