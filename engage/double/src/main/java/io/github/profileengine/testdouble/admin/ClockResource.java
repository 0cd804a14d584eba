package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.WireAnswer;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /clock}: what time it is for the double, which stands still or follows the system. */
final class ClockResource {
    // Outside these years the engine takes no updates.
    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T23:59:59Z");

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
            throw AdminRefusalException.bad("stopped, not true or false");
        }
        if (stopped) {
            steering.stopClockAt(body.containsKey("now") ? moment(body.get("now")) : steering.now());
        } else if (body.containsKey("now")) {
            throw AdminRefusalException.bad("now, only for a clock that is stopped");
        } else {
            steering.followClock();
        }
        return shown();
    }

    private static Instant moment(@Nullable Object now) {
        try {
            if (now instanceof String text) {
                return inRange(Instant.parse(text), "now");
            }
        } catch (DateTimeParseException e) {
            // Told below, as other values are that are no time.
        }
        throw AdminRefusalException.bad("now, not a time such as \"2026-01-31T12:00:00Z\"");
    }

    private WireAnswer advance(AdminRequest request) {
        if (!(request.members("seconds").get("seconds") instanceof Number seconds) || seconds.doubleValue() < 0) {
            throw AdminRefusalException.bad("seconds, not a number from 0 on");
        }
        try {
            Duration step = step(seconds);
            inRange(steering.now().plus(step), "seconds");
            steering.advanceClock(step);
        } catch (ArithmeticException | DateTimeException e) {
            throw outOfRange("seconds");
        }
        return shown();
    }

    /** To the nanosecond; what is finer is dropped. */
    private static Duration step(Number seconds) {
        BigDecimal exact = new BigDecimal(seconds.toString());
        long whole = exact.toBigInteger().longValueExact();
        return Duration.ofSeconds(
                whole,
                exact.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }

    private static Instant inRange(Instant moment, String what) {
        if (moment.isBefore(FIRST) || moment.isAfter(END)) {
            throw outOfRange(what);
        }
        return moment;
    }

    private static AdminRefusalException outOfRange(String what) {
        return AdminRefusalException.bad(what + ", outside the years 0000 to 9999");
    }
}
