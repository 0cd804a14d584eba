package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.EngageDouble;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A double for each test, whose clock stands still. */
class AdminFixture {
    static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    EngageDouble engage;
    AdminClient admin;

    @BeforeEach
    void start() throws IOException {
        engage = EngageDouble.builder().clock(() -> NOON).start();
        admin = new AdminClient(engage);
    }

    @AfterEach
    void stop() {
        engage.close();
    }
}
