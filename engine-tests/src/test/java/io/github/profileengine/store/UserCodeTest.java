package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.location.IpAddress;
import io.github.profileengine.location.Location;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine holds nothing while the user's clock and locator run, so these may wait for others who use the engine. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UserCodeTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private final List<String> called = new ArrayList<>();
    private final ProfileEngine engine =
            Engines.builder().clock(this::now).locator(this::locate).build();

    private Instant now() {
        cutOnAnotherThread();
        called.add("clock");
        return Instant.EPOCH;
    }

    private Optional<Location> locate(IpAddress address) {
        cutOnAnotherThread();
        called.add("locator of " + address);
        return Optional.of(new Location("Berlin", null, null, null));
    }

    // A cut needs the gate and every lock. It runs on another thread, because a thread that holds these could take them
    // again.
    private void cutOnAnotherThread() {
        CompletableFuture.supplyAsync(engine::snapshot)
                .orTimeout(60, TimeUnit.SECONDS)
                .join();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void apply_clockAndLocatorWaitForACut_goesThrough(boolean withAlias) {
        Update located = Update.of(ADA).set("k", 1).ip("192.0.2.1").build();
        Batch.Builder batch = Batch.builder().add(located);
        if (withAlias) {
            batch.alias("p", "lovelace", "ada");
        }
        engine.apply(batch.build());

        assertThat(called).containsExactly("clock", "locator of 192.0.2.1");
        assertThat(engine.profile(ADA).orElseThrow().get("$city")).isEqualTo("Berlin");
    }
}
