package io.github.profileengine.reducer;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.representation.UtcSecond;
import java.time.Instant;
import java.util.Objects;

/** The field {@code $time}. */
final class UpdateTime {
    private UpdateTime() {}

    static void requireInRange(Instant time) {
        if (!UtcSecond.isInRange(Objects.requireNonNull(time, "time"))) {
            throw new InvalidUpdateException(Rule.RECORD_TIME_BAD, "$time", "outside the years 0000 to 9999");
        }
    }
}
