package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which project is meant where none is named. */
class SoleProjectTest {
    private EngageDouble engage;
    private DoubleClient client;

    private static String record(String id, String operation) {
        return "{\"$token\":\"shop\",\"$distinct_id\":\"" + id + "\"," + operation + "}";
    }

    @BeforeEach
    void start() throws IOException {
        engage = EngageDouble.start();
        client = new DoubleClient(engage);
    }

    @AfterEach
    void stop() {
        engage.close();
    }

    @Test
    void profile_projectWithoutProfiles_isTheOneThatRequestsSpokeOf() throws Exception {
        client.json("/engage", record("u1", "\"$add\":5"));

        assertThat(engage.profile("u1").exists()).isFalse();
        assertThat(engage.profile("u1").whyNot("credits")).asString().contains("$add");
        client.json("/engage", record("u2", "\"$delete\":\"\"").replace("shop", "other"));
        assertThatThrownBy(() -> engage.profile("u1")).hasMessageContaining("[other, shop]");
    }
}
