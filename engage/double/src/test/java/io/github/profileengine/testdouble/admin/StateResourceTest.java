package io.github.profileengine.testdouble.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.CanonicalRecord;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.wire.JsonText;
import io.github.profileengine.wire.ReaderOptions;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StateResourceTest extends AdminFixture {
    @Test
    void state_savedAndLoaded_isTheSame() throws Exception {
        admin.engage("u1", "\"$set\":{\"a\":[1,{\"b\":null}]}");
        engage.engine().alias("shop", "a1", "u1");
        Snapshot before = engage.engine().snapshot();
        HttpResponse<String> saved = admin.send("GET", "/state", "");
        assertThat(saved.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        engage.reset();

        assertThat(admin.json("PUT", "/state", saved.body()))
                .containsEntry("profiles", 1L)
                .containsEntry("aliases", 1L)
                .containsEntry("state_hash", before.stateHash().toString());
        assertThat(engage.engine().snapshot()).isEqualTo(before);
    }

    @Test
    void load_damaged_tellsLineAndChangesNothing() throws Exception {
        admin.engage("u1", "\"$set\":{\"a\":1}");
        Snapshot before = engage.engine().snapshot();
        String saved = admin.text("GET", "/state", "");

        assertThat(admin.error(400, "PUT", "/state", saved.replace("\"a\":1", "\"a\":2")))
                .startsWith("body, not a valid state: line 3: ");
        assertThat(admin.error(400, "PUT", "/state", saved.substring(0, saved.length() - 90)))
                .startsWith("body, not a valid state: line ");
        assertThat(admin.error(400, "PUT", "/state", "")).startsWith("body, not a valid state: line 1: ");
        assertThat(engage.engine().snapshot()).isEqualTo(before);
    }

    @Test
    void state_nestedAsDeepAsValuesMay_comesAndGoes() throws Exception {
        String deepest = "[".repeat(900) + "]".repeat(900);
        byte[] properties = ("{\"deep\":" + deepest + "}").getBytes(StandardCharsets.UTF_8);
        ProfileId id = ProfileId.user("shop", "u1");
        engage.engine()
                .restore(Snapshot.builder()
                        .add(CanonicalRecord.profile(id, JsonText.read(properties, ReaderOptions.fileDefaults())))
                        .build());
        String saved = admin.text("GET", "/state", "");
        Snapshot before = engage.engine().snapshot();
        engage.reset();

        admin.json("PUT", "/state", saved);
        assertThat(engage.engine().snapshot()).isEqualTo(before);
        assertThat(admin.text("GET", "/profiles?distinct_id=u1", "")).contains(deepest);
        assertThat(admin.text("GET", "/outcomes?distinct_id=u1&property=deep", ""))
                .contains(deepest);
    }
}
