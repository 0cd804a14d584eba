package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /clock}: the time of the double, and whether its clock is stopped or follows the system. */
final class ClockResource {
    private final Steering steering;

    ClockResource(Steering steering) {
        this.steering = steering;
    }

    void addTo(AdminRoutes routes) {
        routes.add("GET", "/clock", List.of(), request -> shown());
        routes.addWithBody("PUT", "/clock", this::set);
        routes.addWithBody("POST", "/clock/advance", this::advance);
    }

    private WireAnswer shown() {
        return new JsonObject()
                .put("stopped", steering.isClockStopped())
                .put("now", steering.now().toString())
                .ok();
    }

    private WireAnswer set(AdminRequest request) {
        Map<String, @Nullable Object> body = request.members("now", "stopped");
        if (!(body.get("stopped") instanceof Boolean stopped)) {
            throw AdminRefusalException.bad("stopped, must be true or false");
        }
        if (stopped) {
            stopAt(body.containsKey("now") ? moment(body.get("now")) : steering.now());
        } else if (body.containsKey("now")) {
            throw AdminRefusalException.bad("now, allowed only with \"stopped\":true");
        } else {
            steering.followClock();
        }
        return shown();
    }

    private void stopAt(Instant moment) {
        try {
            steering.stopClockAt(moment);
        } catch (IllegalArgumentException e) {
            throw AdminRefusalException.bad("now, outside the years 0000 to 9999");
        }
    }

    private static Instant moment(@Nullable Object now) {
        try {
            if (now instanceof String text) {
                return Instant.parse(text);
            }
        } catch (DateTimeParseException e) {
            // Falls through to the exception below, which covers all values that are no time.
        }
        throw AdminRefusalException.bad("now, not a time such as \"2026-01-31T12:00:00Z\"");
    }

    private WireAnswer advance(AdminRequest request) {
        if (!(request.members("seconds").get("seconds") instanceof Number seconds) || seconds.doubleValue() < 0) {
            throw AdminRefusalException.bad("seconds, must be a number, 0 or more");
        }
        try {
            steering.advanceClock(step(seconds));
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw AdminRefusalException.bad("seconds, would move the clock beyond the year 9999");
        }
        return shown();
    }

    /** The exact duration, cut to nanoseconds. */
    private static Duration step(Number seconds) {
        BigDecimal exact = new BigDecimal(seconds.toString());
        long whole = exact.toBigInteger().longValueExact();
        return Duration.ofSeconds(
                whole,
                exact.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }
}
