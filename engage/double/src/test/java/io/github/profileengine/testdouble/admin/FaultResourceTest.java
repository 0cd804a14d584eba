package io.github.profileengine.testdouble.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.CanonicalRecord;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.testdouble.fault.FaultPlan;
import io.github.profileengine.wire.JsonText;
import io.github.profileengine.wire.ReaderOptions;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultResourceTest extends AdminFixture {
    private static final String DELAYED = "{\"redelivery\":{\"delay\":1,\"delay_updates\":10000}}";

    @Test
    void faults_setAndTakenBack_strikeInBetween() throws Exception {
        String plan = "{\"rules\":[{\"kind\":\"status\",\"probability\":1,\"status\":503}],\"seed\":7}";
        assertThat(admin.text("PUT", "/faults", plan)).isEqualTo(plan);
        assertThat(admin.text("GET", "/faults", "")).isEqualTo(plan);
        admin.engage("u1", "\"$set\":{\"a\":1}");
        assertThat(engage.engine().count()).isZero();
        assertThat(admin.get("/journal/1")).containsEntry("injected", "injected: status 503");

        assertThat(admin.text("DELETE", "/faults", "")).isEqualTo(FaultPlan.NONE.json());
        admin.engage("u1", "\"$set\":{\"a\":1}");
        assertThat(engage.engine().count()).isEqualTo(1);
    }

    @Test
    void report_ofDelayedUpdate_differsUntilItIsReleased() throws Exception {
        admin.json("PUT", "/faults", DELAYED);
        admin.engage("u1", "\"$set\":{\"a\":1}");

        assertThat(admin.get("/faults/report"))
                .containsEntry("divergent_profiles", 1L)
                .containsEntry("held", 1L);
        assertThat(admin.text("POST", "/faults/release", "")).isEqualTo("{\"released\":1}");
        assertThat(admin.get("/faults/report"))
                .containsEntry("divergent_profiles", 0L)
                .containsEntry("held", 0L);
        assertThat(engage.profile("u1").get("a")).isEqualTo(1L);
    }

    @Test
    void report_afterStateWasLoadedOrRestored_beginsAnew() throws Exception {
        admin.json("POST", "/forks", "{\"name\":\"empty\"}");
        admin.engage("u1", "\"$set\":{\"a\":1}");
        String state = admin.text("GET", "/state", "");
        admin.json("PUT", "/faults", DELAYED);

        admin.json("POST", "/forks/empty/restore", "");
        assertThat(admin.get("/faults/report")).containsEntry("divergent_profiles", 0L);
        admin.json("PUT", "/state", state);
        assertThat(admin.get("/faults/report")).containsEntry("divergent_profiles", 0L);
        assertThat(admin.get("/faults")).containsKey("redelivery");
    }

    /** A report nests deeper than the values in it. */
    @Test
    void report_ofAValueNestedAsDeepAsOneMay_tellsIt() throws Exception {
        String deepest = "[".repeat(999) + "]".repeat(999);
        byte[] properties = ("{\"deep\":" + deepest + "}").getBytes(StandardCharsets.UTF_8);
        engage.engine()
                .restore(Snapshot.builder()
                        .add(CanonicalRecord.profile(
                                ProfileId.user("shop", "u1"), JsonText.read(properties, ReaderOptions.fileDefaults())))
                        .build());
        admin.json("PUT", "/faults", "{\"redelivery\":{\"drop\":1}}");
        admin.engage("u1", "\"$unset\":[\"deep\"]");

        assertThat(admin.text("GET", "/faults/report", "")).contains("\"disturbed\":" + deepest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rules\":[{\"kind\":\"status\",\"status\":200}]}|rules[0].status, not 400 to 599",
                "{\"rules\":[{\"kind\":\"rain\"}]}|rules[0].kind, not one of status, delay, cut_before, cut_after,"
                        + " cut_inside, slow_body",
                "[]|json, not an object",
            })
    void faults_wrongPlan_answers400WithItsMember(String plan, String error) throws Exception {
        assertThat(admin.error(400, "PUT", "/faults", plan)).isEqualTo(error);
        assertThat(engage.faults().plan()).isEqualTo(FaultPlan.NONE);
    }

    @Test
    void faults_noJson_tellsSo() throws Exception {
        assertThat(admin.error(400, "PUT", "/faults", "{")).startsWith("body, cannot be read as JSON: ");
    }
}
