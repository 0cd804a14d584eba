package io.github.profileengine.testdouble.http;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Starts a server for each test, which remembers the requests that reached it. */
class FrontFixture {
    RecordingFront front;

    @BeforeEach
    void start() throws IOException {
        front = new RecordingFront();
    }

    @AfterEach
    void stop() {
        front.close();
    }
}
