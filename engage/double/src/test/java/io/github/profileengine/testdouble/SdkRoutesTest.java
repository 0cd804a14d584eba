package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdkRoutesTest {
    private EngageDouble engage;
    private DoubleClient client;

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
    void sdkRoutes_answerHarmlessly() throws Exception {
        assertThat(client.get("/decide?version=1").statusCode()).isEqualTo(200);
        assertThat(client.json("/record/", "x").statusCode()).isEqualTo(200);
        assertThat(client.get("/settings").statusCode()).isEqualTo(200);
        assertThat(client.get("/nowhere").statusCode()).isEqualTo(404);
    }

    /** The SDK for Python needs the code; those for phones and browsers need an object. */
    @ParameterizedTest
    @ValueSource(strings = {"/flags", "/flags/", "/flags/?context=%7B%7D", "/flags/7/first-time-events"})
    void flags_ofAUser_areAnObjectWithACode(String target) throws Exception {
        String none = "{\"code\":200,\"flags\":{},\"status\":\"OK\"}";

        assertThat(client.get(target).body()).isEqualTo(none);
        assertThat(client.json(target, "{}").body()).isEqualTo(none);
    }

    /** The data from which SDKs decide by themselves. Each of these SDKs needs a list. */
    @ParameterizedTest
    @ValueSource(strings = {"/flags/definitions", "/flags/definitions/", "/flags/definitions?token=shop"})
    void flags_definitions_areAList(String target) throws Exception {
        assertThat(client.get(target).body()).isEqualTo("{\"flags\":[]}");
    }
}
