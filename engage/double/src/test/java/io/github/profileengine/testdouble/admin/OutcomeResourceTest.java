package io.github.profileengine.testdouble.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutcomeResourceTest extends AdminFixture {
    @BeforeEach
    void updates() throws Exception {
        admin.engage("u1", "\"$set\":{\"name\":\"Ada\",\"plan\":\"pro\"}");
        admin.engage("u1", "\"$add\":{\"name\":1},\"$set_once\":{\"plan\":\"free\"}");
        admin.engage("u1", "\"$set\":17");
        admin.engage("u2", "\"$add\":{\"name\":1}");
    }

    @Test
    void whyNot_property_tellsWhatLeftItAsItWas() throws Exception {
        Map<String, Object> found = admin.get("/outcomes?token=shop&distinct_id=u1&property=name");

        assertThat(found).containsEntry("exists", true).containsEntry("value", "Ada");
        List<Map<String, Object>> outcomes = AdminClient.list(found, "outcomes");
        assertThat(outcomes).extracting(outcome -> outcome.get("outcome")).containsExactly("REJECTED", "IGNORED");
        assertThat(outcomes.get(1))
                .containsEntry("request", 2L)
                .containsEntry("index", 0L)
                .containsEntry("operator", "$add")
                .containsEntry("property", "name");
        assertThat((String) outcomes.get(1).get("explanation")).contains("name");
    }

    @Test
    void whyNot_noProperty_tellsOfAll() throws Exception {
        assertThat(kinds("/outcomes?distinct_id=u1")).containsExactly("REJECTED", "UNCHANGED", "IGNORED");
        assertThat(kinds("/outcomes?distinct_id=u1&limit=2")).hasSize(2);
        assertThat(kinds("/outcomes?distinct_id=u1&show=all&property=plan"))
                .containsExactly("REJECTED", "UNCHANGED", "APPLIED");
        assertThat(admin.get("/outcomes?distinct_id=nobody&property=a"))
                .containsEntry("exists", false)
                .containsEntry("outcomes", List.of())
                .doesNotContainKey("value");
    }

    @Test
    void whyNot_rejectedRecordOfAnAlias_isToldOfWhatItStandsFor() throws Exception {
        engage.engine().alias("shop", "a3", "u3");
        admin.engage("a3", "\"$add\":\"x\"");
        assertThat(kinds("/outcomes?distinct_id=u3")).containsExactly("REJECTED");
        assertThat(kinds("/outcomes?distinct_id=a3")).containsExactly("REJECTED");
        engage.engine().clear("shop");
        assertThat(kinds("/outcomes?token=shop&distinct_id=a3"))
                .as("as it was sent")
                .containsExactly("REJECTED");
    }

    @Test
    void whyNot_emptyName_isAProperty() throws Exception {
        admin.engage("u3", "\"$set\":{\"\":1}");
        admin.engage("u3", "\"$set_once\":{\"\":2,\"plan\":\"pro\"}");
        assertThat(admin.get("/outcomes?distinct_id=u3&property=")).containsEntry("value", 1L);
        assertThat(kinds("/outcomes?distinct_id=u3&property=&show=all")).containsExactly("UNCHANGED", "APPLIED");
    }

    /** It left the property as it was. */
    @Test
    void whyNot_updateThatAFaultDropped_isToldWithTheFault() throws Exception {
        admin.text("PUT", "/faults", "{\"redelivery\":{\"drop\":1}}");
        admin.engage("u2", "\"$set\":{\"name\":\"Bob\"}");

        List<Map<String, Object>> outcomes =
                AdminClient.list(admin.get("/outcomes?distinct_id=u2&property=name&show=all"), "outcomes");
        assertThat(outcomes).extracting(outcome -> outcome.get("injected")).containsExactly("dropped", null);
        assertThat(kinds("/outcomes?distinct_id=u2&property=name")).containsExactly("APPLIED");
    }

    @Test
    void whyNot_updateThatAFaultHeldBack_isToldWithTheFault() throws Exception {
        admin.text("PUT", "/faults", "{\"redelivery\":{\"delay\":1,\"delay_updates\":5}}");
        admin.engage("u2", "\"$set\":{\"name\":\"Bob\"}");

        Map<String, Object> found = admin.get("/outcomes?distinct_id=u2&property=name");
        assertThat(AdminClient.list(found, "outcomes"))
                .extracting(outcome -> outcome.get("outcome"), outcome -> outcome.get("injected"))
                .containsExactly(tuple("APPLIED", "held back"));
        assertThat(found).containsEntry("disturbed", List.of());
    }

    /** It has no outcomes, because nothing of the request was tried; so it belongs to each property. */
    @Test
    void whyNot_updateWhoseRequestAFaultRefused_isToldAsDisturbed() throws Exception {
        admin.text("PUT", "/faults", "{\"rules\":[{\"kind\":\"status\",\"status\":503}]}");
        admin.engage("u2", "\"$set\":{\"name\":\"Bob\"}");
        admin.record("["
                + Stream.of("u1", "u2")
                        .map(id -> "{\"$token\":\"shop\",\"$distinct_id\":\"" + id + "\",\"$set\":{\"name\":\"Bob\"}}")
                        .collect(Collectors.joining(","))
                + "]");

        Map<String, Object> found = admin.get("/outcomes?distinct_id=u2&property=name");
        assertThat(found).containsEntry("outcomes", List.of());
        assertThat(AdminClient.list(found, "disturbed")).containsExactly(disturbed(6, 1), disturbed(5, 0));
        assertThat(AdminClient.list(admin.get("/outcomes?distinct_id=u2&limit=1"), "disturbed"))
                .containsExactly(disturbed(6, 1));
    }

    private static Map<String, Object> disturbed(long request, long index) {
        return Map.of("request", request, "index", index, "time", NOON.toString(), "injected", "dropped");
    }

    private List<Object> kinds(String target) throws Exception {
        return AdminClient.list(admin.get(target), "outcomes").stream()
                .map(outcome -> outcome.get("outcome"))
                .toList();
    }
}
