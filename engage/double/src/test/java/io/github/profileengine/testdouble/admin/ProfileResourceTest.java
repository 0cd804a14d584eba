package io.github.profileengine.testdouble.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileResourceTest extends AdminFixture {
    @Test
    void one_byAlias_showsProfileAliasesAndUpdates() throws Exception {
        engage.engine().alias("shop", "mail@example.org", "u1");
        admin.engage("mail@example.org", "\"$set\":{\"name\":\"Ada\"}");
        admin.engage("u1", "\"$add\":{\"name\":1}");

        Map<String, Object> found = admin.get("/profiles?token=shop&distinct_id=mail%40example.org");

        assertThat(found)
                .containsEntry("exists", true)
                .containsEntry("id", Map.of("token", "shop", "distinct_id", "u1"))
                .containsEntry("aliases", List.of("mail@example.org"));
        assertThat(AdminClient.members(found.get("properties"))).containsEntry("name", "Ada");
        List<Map<String, Object>> updates = AdminClient.list(found, "updates");
        assertThat(updates).extracting(update -> update.get("request")).containsExactly(2L, 1L);
        assertThat(updates.get(0)).containsEntry("time", "2026-01-31T12:00:00Z").containsEntry("rejected", false);
        assertThat(AdminClient.list(updates.get(0), "outcomes").get(0))
                .containsEntry("operator", "$add")
                .containsEntry("property", "name")
                .containsEntry("outcome", "IGNORED");
    }

    @Test
    void one_group_isFoundByKeyAndId() throws Exception {
        admin.record("{\"$token\":\"shop\",\"$group_key\":\"company\",\"$group_id\":\"ac/me\",\"$set\":{\"a\":1}}");

        Map<String, Object> found = admin.get("/profiles?group_key=company&group_id=ac%2Fme");

        assertThat(found)
                .containsEntry("exists", true)
                .containsEntry("id", Map.of("token", "shop", "group_key", "company", "group_id", "ac/me"))
                .containsEntry("aliases", List.of());
    }

    @Test
    void one_unknown_doesNotExistButShowsWhatWasTried() throws Exception {
        admin.engage("u1", "\"$unset\":[\"a\"]");

        Map<String, Object> found = admin.get("/profiles?token=shop&distinct_id=u1");

        assertThat(found).containsEntry("exists", false).containsEntry("properties", null);
        assertThat(AdminClient.list(found, "updates")).hasSize(1);
    }

    @Test
    void token_severalProjects_mustBeNamed() throws Exception {
        admin.engage("u1", "\"$set\":{}");
        assertThat(admin.get("/profiles?distinct_id=u1")).containsEntry("exists", true);
        admin.record("{\"$token\":\"other\",\"$distinct_id\":\"u1\",\"$set\":{}}");

        assertThat(admin.error(400, "GET", "/profiles?distinct_id=u1", ""))
                .isEqualTo("token, missing: there are several projects, so name one");
    }

    @Test
    void pages_usersBeforeGroups_areInOrderAndComplete() throws Exception {
        List<Object> ids = new ArrayList<>();
        for (int number = 9; number >= 0; number--) {
            admin.engage("u" + number, "\"$set\":{\"n\":" + number + "}");
            ids.add(0, Map.of("token", "shop", "distinct_id", "u" + number));
        }
        admin.record("{\"$token\":\"shop\",\"$group_key\":\"k\",\"$group_id\":\"a\",\"$set\":{}}");
        admin.record("{\"$token\":\"shop\",\"$group_key\":\"k\",\"$group_id\":\"b\",\"$set\":{}}");
        admin.record("{\"$token\":\"other\",\"$distinct_id\":\"u1\",\"$set\":{}}");
        ids.add(Map.of("token", "shop", "group_key", "k", "group_id", "a"));
        ids.add(Map.of("token", "shop", "group_key", "k", "group_id", "b"));

        for (int limit : new int[] {1, 3, 12, 100}) {
            assertThat(walked(limit)).as("limit " + limit).isEqualTo(ids);
        }
    }

    private List<Object> walked(int limit) throws Exception {
        List<Object> ids = new ArrayList<>();
        Object next = "";
        while (next != null) {
            Map<String, Object> page =
                    admin.get("/profiles?token=shop&limit=" + limit + (next.equals("") ? "" : "&after=" + next));
            assertThat(page).containsEntry("total", 12L);
            List<Map<String, Object>> profiles = AdminClient.list(page, "profiles");
            assertThat(profiles).hasSizeLessThanOrEqualTo(limit).isNotEmpty();
            profiles.forEach(profile -> ids.add(profile.get("id")));
            next = page.get("next");
        }
        return ids;
    }

    @Test
    void page_filtered_holdsWhatTheFiltersLetThrough() throws Exception {
        admin.engage("ann", "\"$set\":{\"plan\":\"pro\"}");
        admin.engage("anton", "\"$set\":{\"plan\":\"free\"}");
        admin.engage("bob", "\"$set\":{\"plan\":\"pro\"}");
        admin.record(
                "{\"$token\":\"shop\",\"$group_key\":\"company\",\"$group_id\":\"ann\",\"$set\":{\"plan\":\"pro\"}}");

        assertThat(ids("&id=an")).containsExactly("ann", "anton", "ann");
        assertThat(ids("&id=an&kind=users")).containsExactly("ann", "anton");
        assertThat(ids("&kind=groups")).containsExactly("ann");
        assertThat(ids("&where=properties%5B%22plan%22%5D%3D%3D%22pro%22&kind=users"))
                .containsExactly("ann", "bob");
        assertThat(admin.error(400, "GET", "/profiles?token=shop&where=%3D%3D", ""))
                .startsWith("where, ");
        assertThat(admin.error(400, "GET", "/profiles?token=shop&distinct_id=ann&where=true", ""))
                .startsWith("where, only without an id");
    }

    @Test
    void listing_anyPartOfIt_isAsOfItsMomentWithProfilesOfNow() throws Exception {
        for (int number = 9; number >= 1; number--) {
            admin.engage("u" + number, "\"$set\":{\"n\":" + number + "}");
        }
        admin.record("{\"$token\":\"shop\",\"$group_key\":\"k\",\"$group_id\":\"a\",\"$set\":{}}");

        Map<String, Object> page = admin.get("/profiles?token=shop&kind=users&offset=4&limit=2");
        admin.engage("a-new-one", "\"$set\":{}");
        admin.engage("u6", "\"$delete\":\"\"");
        String more = "/profiles?token=shop&kind=users&limit=2&listing=" + page.get("listing") + "&offset=";

        assertThat(page)
                .containsEntry("matching", 9L)
                .containsEntry("total", 10L)
                .containsEntry("next", null);
        assertThat(names(page)).containsExactly("u5", "u6");
        assertThat(names(admin.get(more + 0))).containsExactly("u1", "u2");
        assertThat(names(admin.get(more + 8))).containsExactly("u9");
        assertThat(names(admin.get(more + 9))).isEmpty();
        assertThat(AdminClient.list(admin.get(more + 5), "profiles").get(0)).containsEntry("properties", null);
        assertThat(names(admin.get(more.replace("token=shop", "token=other") + 0)))
                .isEmpty();
        assertThat(admin.error(400, "GET", "/profiles?token=shop&offset=0&after=x", ""))
                .isEqualTo("after, not together with offset or listing");
    }

    @Test
    void listing_noLongerHeld_isMadeAnew() throws Exception {
        admin.engage("u1", "\"$set\":{}");
        Object first = admin.get("/profiles?token=shop&offset=0").get("listing");
        for (int made = 0; made < ProfileListings.MOST; made++) {
            admin.get("/profiles?token=shop&offset=0");
        }
        admin.engage("u2", "\"$set\":{}");

        Map<String, Object> page = admin.get("/profiles?token=shop&offset=0&listing=" + first);

        assertThat(names(page)).containsExactly("u1", "u2");
        assertThat(page.get("listing")).isNotEqualTo(first);
    }

    @Test
    void listing_ofOtherProfiles_isMadeAnew() throws Exception {
        admin.engage("ann", "\"$set\":{}");
        admin.engage("bob", "\"$set\":{}");
        Object first = admin.get("/profiles?token=shop&id=a&offset=0").get("listing");

        Map<String, Object> page = admin.get("/profiles?token=shop&id=b&offset=0&listing=" + first);

        assertThat(names(page)).containsExactly("bob");
        assertThat(page.get("listing")).isNotEqualTo(first);
    }

    @Test
    void page_filtered_countsWhatAllPagesHold() throws Exception {
        for (int number = 0; number < 5; number++) {
            admin.engage("u" + number, "\"$set\":{}");
        }
        Map<String, Object> page = admin.get("/profiles?token=shop&limit=2&kind=users");

        assertThat(page).containsEntry("matching", 5L);
        assertThat(admin.get("/profiles?token=shop&limit=2&after=" + page.get("next")))
                .containsEntry("matching", 5L);
    }

    @Test
    void page_ofPreviews_tellsLittleOfLongProfiles() throws Exception {
        admin.engage(
                "u1",
                "\"$set\":{\"d\":4,\"c\":[1,2],\"b\":\"" + "😀".repeat(1_000) + "\",\"a\":\"x\",\"$name\":\"Ada\"}");

        Map<String, Object> page = admin.get("/profiles?token=shop&view=preview");

        assertThat(AdminClient.list(page, "profiles"))
                .containsExactly(Map.of(
                        "id",
                        Map.of("token", "shop", "distinct_id", "u1"),
                        "count",
                        7L,
                        "preview",
                        "a: \"x\" · b: \"" + "😀".repeat(39) + "… · c: [1,2]"));
        assertThat(AdminClient.list(admin.get("/profiles?token=shop&view=preview&offset=0"), "profiles"))
                .isEqualTo(AdminClient.list(page, "profiles"));
    }

    private List<Object> ids(String query) throws Exception {
        return names(admin.get("/profiles?token=shop" + query));
    }

    private static List<Object> names(Map<String, Object> page) {
        return AdminClient.list(page, "profiles").stream()
                .map(profile -> AdminClient.members(profile.get("id")))
                .map(id -> id.getOrDefault("distinct_id", id.get("group_id")))
                .toList();
    }
}
