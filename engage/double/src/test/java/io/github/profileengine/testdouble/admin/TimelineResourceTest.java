package io.github.profileengine.testdouble.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.store.Batch;
import io.github.profileengine.testdouble.EngageDouble;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineResourceTest extends AdminFixture {
    private static final String U1 = "?token=shop&distinct_id=u1";

    private Map<String, Object> timeline(String query) throws Exception {
        return admin.get("/timeline" + U1 + query);
    }

    private void send(String... operations) throws Exception {
        for (String operation : operations) {
            admin.engage("u1", operation);
        }
    }

    private static Map<String, Object> properties(Map<String, Object> timeline) {
        return AdminClient.members(timeline.get("properties"));
    }

    private static List<Map<String, Object>> changes(Map<String, Object> timeline, int step) {
        return AdminClient.list(AdminClient.list(timeline, "steps").get(step), "changes");
    }

    @Test
    void steps_ofUpdates_tellBeforeAndAfter() throws Exception {
        send("\"$set\":{\"a\":1}", "\"$add\":{\"a\":2}", "\"$unset\":[\"a\"]");

        Map<String, Object> timeline = timeline("");

        assertThat(changes(timeline, 2)).contains(Map.of("property", "a", "kind", "ADDED", "after", 1L));
        assertThat(changes(timeline, 1))
                .containsExactly(Map.of("property", "a", "kind", "CHANGED", "before", 1L, "after", 3L));
        assertThat(changes(timeline, 0)).containsExactly(Map.of("property", "a", "kind", "REMOVED", "before", 3L));
        assertThat(timeline).containsEntry("doubt", null).containsEntry("known", true);
    }

    /** No request came between the fork and the reset. */
    @Test
    void at_afterForkAndReset_beginsWithWhatCameLast() throws Exception {
        send("\"$set\":{\"a\":5}");
        admin.send("POST", "/forks", "{\"name\":\"before\"}");
        admin.send("POST", "/reset", "");
        assertThat(timeline("&at=1")).containsEntry("exists", false);
        send("\"$add\":{\"a\":1}");

        Map<String, Object> timeline = timeline("&at=2");

        assertThat(properties(timeline)).containsEntry("a", 1L);
        assertThat(timeline).containsEntry("base", "reset").containsEntry("doubt", null);
    }

    /** The requests between the fork and the reset are gone, so nobody knows what they did. */
    @Test
    void at_betweenAForkAndAReset_isNotKnown() throws Exception {
        for (String reset : List.of("/reset?token=shop", "/reset")) {
            long before = engage.journal().total();
            send("\"$set\":{\"a\":5}");
            admin.send("POST", "/forks", "{\"name\":\"at " + before + "\"}");
            send("\"$add\":{\"a\":1}", "\"$add\":{\"a\":1}");
            admin.send("POST", reset, "");

            assertThat(timeline("&at=" + (before + 2))).containsEntry("known", false);
            assertThat(properties(timeline("&at=" + (before + 1)))).containsEntry("a", 5L);
            assertThat(timeline("&at=" + (before + 3)))
                    .containsEntry("known", true)
                    .containsEntry("exists", false)
                    .containsEntry("doubt", null);
        }
    }

    @Test
    void at_afterResetsOfOtherProjects_isStillKnown() throws Exception {
        send("\"$set\":{\"a\":1}", "\"$add\":{\"a\":2}");
        for (int other = 0; other < 20; other++) {
            admin.send("POST", "/reset?token=other" + other, "");
        }

        assertThat(timeline("&at=1")).containsEntry("known", true).containsEntry("base", "start");
        assertThat(properties(timeline("&at=1"))).containsEntry("a", 1L);
        admin.send("POST", "/reset?token=shop", "");
        assertThat(timeline("&at=2")).containsEntry("exists", false).containsEntry("base", "reset");
    }

    @Test
    void writers_areTheUpdatesThatChangedAPropertyLast() throws Exception {
        send("\"$set\":{\"a\":1,\"b\":1}", "\"$add\":{\"a\":2}", "\"$add\":{\"a\":0}");

        Map<String, Object> writers = AdminClient.members(timeline("").get("writers"));

        assertThat(AdminClient.members(writers.get("a")))
                .containsEntry("request", 2L)
                .containsEntry("index", 0L)
                .containsEntry("operators", List.of("$add"))
                .containsEntry("time", NOON.toString());
        assertThat(AdminClient.members(writers.get("b"))).containsEntry("request", 1L);
    }

    @Test
    void profile_atARequest_isAsItWasThen() throws Exception {
        send("\"$set\":{\"a\":1}", "\"$add\":{\"a\":2}", "\"$delete\":\"\"", "\"$set\":{\"b\":1}");

        assertThat(properties(timeline("&at=1"))).containsEntry("a", 1L);
        assertThat(properties(timeline("&at=2"))).containsEntry("a", 3L);
        assertThat(timeline("&at=3")).containsEntry("exists", false).containsEntry("known", true);
        assertThat(properties(timeline("&at=4"))).containsEntry("b", 1L).doesNotContainKey("a");
        assertThat(timeline("&at=0")).containsEntry("exists", false).containsEntry("base", "start");
    }

    @Test
    void since_aMoment_isWhatDiffersFromNow() throws Exception {
        send("\"$set\":{\"a\":1}", "\"$add\":{\"a\":2}");
        admin.engage("u2", "\"$set\":{\"a\":1}");
        send("\"$add\":{\"a\":4}");

        Map<String, Object> then = timeline("&at=2");

        assertThat(AdminClient.list(then, "since"))
                .containsExactly(Map.of("property", "a", "kind", "CHANGED", "before", 3L, "after", 7L));
        assertThat(then).containsEntry("moments", List.of(1L, 2L, 4L));
        assertThat(AdminClient.list(timeline("&at=4"), "since")).isEmpty();
        assertThat(timeline("")).containsEntry("since", null);
    }

    @Test
    void since_automaticTimes_aSecondIsNoDifference() throws Exception {
        makeBeforeARequest("u1", NOON.plusSeconds(1));
        makeBeforeARequest("u2", NOON.plusSeconds(2));
        makeBeforeARequest("u3", NOON.plusSeconds(1));
        admin.engage("u3", "\"$set\":{\"$created\":\"long ago\"}");

        assertThat(sinceTheFirst("u1")).containsExactly("b");
        assertThat(sinceTheFirst("u2")).containsExactly("$created", "b");
        assertThat(sinceTheFirst("u3")).containsExactly("$created", "b");
    }

    /** Makes a profile whose time of creation a replay of the journal confuses with that of its request. */
    private void makeBeforeARequest(String id, Instant created) throws Exception {
        engage.engine()
                .apply(Batch.of(Update.of(ProfileId.user("shop", id))
                        .set("b", 1)
                        .time(created)
                        .build()));
        admin.engage(id, "\"$set\":{\"a\":1}");
    }

    private List<Object> sinceTheFirst(String id) throws Exception {
        String path = "/timeline?token=shop&distinct_id=" + id;
        Object first = ((List<?>) admin.get(path).get("moments")).get(0);
        return AdminClient.list(admin.get(path + "&at=" + first), "since").stream()
                .map(change -> change.get("property"))
                .filter(name -> !"$last_seen".equals(name))
                .toList();
    }

    @Test
    void profile_rejectedAndStruckRequests_changedNothing() throws Exception {
        send("\"$set\":{\"a\":1}", "\"$set\":5");
        admin.text("PUT", "/faults", "{\"rules\":[{\"kind\":\"status\",\"status\":503}]}");
        send("\"$set\":{\"a\":9}");

        assertThat(properties(timeline("&at=3"))).containsEntry("a", 1L);
        assertThat(timeline("")).containsEntry("doubt", null);
    }

    @Test
    void profile_changedBySomethingElse_isInDoubt() throws Exception {
        send("\"$set\":{\"a\":1}");
        engage.engine()
                .apply(Batch.of(
                        Update.of(ProfileId.user("shop", "u1")).set("a", 7L).build()));

        assertThat(timeline(""))
                .containsEntry(
                        "doubt",
                        "replaying the journal does not lead to the present value of a; something other than these"
                                + " requests, in their order, changed it");
        assertThat(properties(timeline(""))).containsEntry("a", 7L);
    }

    @Test
    void update_droppedByAFault_wroteNothingAndItsStepSaysWhatItWouldHave() throws Exception {
        send("\"$set\":{\"a\":1}");
        admin.text("PUT", "/faults", "{\"redelivery\":{\"drop\":1}}");
        send("\"$add\":{\"a\":2}");

        assertThat(timeline("")).containsEntry("doubt", null);
        assertThat(properties(timeline("&at=2"))).containsEntry("a", 1L);
        Map<String, Object> writers = AdminClient.members(timeline("").get("writers"));
        assertThat(AdminClient.members(writers.get("a"))).containsEntry("request", 1L);
        assertThat(AdminClient.list(timeline(""), "steps").get(0)).containsEntry("injected", "dropped");
        assertThat(changes(timeline(""), 0))
                .containsExactly(Map.of("property", "a", "kind", "CHANGED", "before", 1L, "after", 3L));
    }

    @Test
    void update_appliedTwiceByAFault_isReplayedTwice() throws Exception {
        admin.text("PUT", "/faults", "{\"redelivery\":{\"duplicate\":1}}");
        send("\"$add\":{\"a\":2}");

        assertThat(timeline("")).containsEntry("doubt", null);
        assertThat(properties(timeline("&at=1"))).containsEntry("a", 4L);
        assertThat(changes(timeline(""), 0)).contains(Map.of("property", "a", "kind", "ADDED", "after", 2L));
    }

    @Test
    void profile_ofAnUpdateThatAFaultHeldBack_isInDoubtBecauseOfTheFault() throws Exception {
        admin.text("PUT", "/faults", "{\"redelivery\":{\"delay\":1,\"delay_updates\":5}}");
        send("\"$set\":{\"a\":1}");
        String cause = "; a fault held back some of these updates";

        assertThat(timeline(""))
                .containsEntry("doubt", "replaying the journal ends with a profile, but there is none now" + cause);
        admin.text("DELETE", "/faults", "");
        send("\"$set\":{\"b\":1}");
        assertThat(timeline(""))
                .containsEntry("doubt", "replaying the journal does not lead to the present value of a" + cause);
    }

    @Test
    void profile_madeBySomethingElse_isInDoubt() throws Exception {
        send("\"$set\":{\"a\":1}", "\"$delete\":\"\"");
        engage.engine()
                .apply(Batch.of(
                        Update.of(ProfileId.user("shop", "u1")).set("a", 7L).build()));

        assertThat(timeline("").get("doubt"))
                .asString()
                .contains("ends without a profile, but there is one now; something other than these requests");
    }

    @Test
    void profile_ofALongGoneTime_isNotKnownButAfterAFork() throws Exception {
        engage.close();
        engage = EngageDouble.builder().clock(() -> NOON).journal(2, 1 << 20).start();
        admin = new AdminClient(engage);
        send("\"$set\":{\"a\":1}", "\"$add\":{\"a\":1}");
        admin.text("POST", "/forks", "{\"name\":\"later\"}");
        send("\"$add\":{\"a\":1}", "\"$add\":{\"a\":1}");

        assertThat(timeline("&at=1")).containsEntry("known", false).containsEntry("properties", null);
        assertThat(properties(timeline("&at=3"))).containsEntry("a", 3L);
        assertThat(timeline("&at=3")).containsEntry("base", "fork later");

        send("\"$add\":{\"a\":1}");
        assertThat(timeline(""))
                .containsEntry(
                        "doubt", "the journal no longer holds the first requests, and no fork was made after those");
        assertThat(AdminClient.list(timeline(""), "steps").get(0)).containsEntry("changes", null);
    }

    @Test
    void profile_afterARestore_goesOnFromWhatWasRestored() throws Exception {
        send("\"$set\":{\"a\":1}");
        admin.text("POST", "/forks", "{\"name\":\"one\"}");
        send("\"$set\":{\"a\":2}");
        admin.text("POST", "/forks/one/restore", "");
        send("\"$add\":{\"a\":10}");

        assertThat(timeline("")).containsEntry("doubt", null);
        assertThat(properties(timeline("&at=2"))).containsEntry("a", 1L);
        assertThat(changes(timeline(""), 0))
                .containsExactly(Map.of("property", "a", "kind", "CHANGED", "before", 1L, "after", 11L));
    }

    @Test
    void profile_byAnAlias_tellsTheChain() throws Exception {
        engage.engine().alias("shop", "a1", "u1");
        engage.engine().alias("shop", "a2", "a1");
        send("\"$set\":{\"a\":1}");

        Map<String, Object> timeline = admin.get("/timeline?token=shop&distinct_id=a2");

        assertThat(timeline).containsEntry("id", Map.of("token", "shop", "distinct_id", "u1"));
        assertThat(AdminClient.list(timeline, "aliases"))
                .extracting(alias -> alias.get("alias") + ">" + alias.get("distinct_id"))
                .hasSize(2);
    }

    @Test
    void timeline_withoutAnId_isRefused() throws Exception {
        assertThat(admin.error(400, "GET", "/timeline?token=shop", "")).startsWith("distinct_id, missing");
    }
}
