package io.github.profileengine.testdouble.fault;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a fault strikes, and how. Immutable; a {@code with...} method returns a changed copy.
 *
 * @param token the project whose requests the fault strikes; null for all requests, even those without a project
 * @param kind what the fault does
 * @param status the status of the answer, 400 to 599; 0 for other kinds than {@link FaultKind#STATUS}
 * @param retryAfterSeconds the value of the header {@code Retry-After} of that answer; null for no such header
 * @param duration the delay of the answer, or of each byte of its body; zero for other kinds
 * @param probability the probability of striking a request, 0 to 1
 * @param times how many requests the fault strikes at most
 */
public record FaultRule(
        @Nullable String token,
        FaultKind kind,
        int status,
        @Nullable Integer retryAfterSeconds,
        Duration duration,
        double probability,
        long times) {
    /** No bound on how many requests a fault strikes. */
    public static final long ALWAYS = Long.MAX_VALUE;

    static final int MAX_RETRY_AFTER_SECONDS = 86_400;
    static final long MAX_MILLIS = 3_600_000;
    private static final int MIN_STATUS = 400;
    private static final int MAX_STATUS = 599;

    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if a part is wrong; the message begins with its name in a plan
     */
    public FaultRule {
        Objects.requireNonNull(kind, "kind");
        require(token == null || !token.isEmpty(), "token, empty");
        boolean answers = kind == FaultKind.STATUS;
        require(
                answers ? status >= MIN_STATUS && status <= MAX_STATUS : status == 0,
                answers ? wrongStatus(status) : "status, not for the kind " + kind.word());
        require(answers || retryAfterSeconds == null, "retry_after_seconds, not for the kind " + kind.word());
        require(
                retryAfterSeconds == null || retryAfterSeconds >= 0 && retryAfterSeconds <= MAX_RETRY_AFTER_SECONDS,
                "retry_after_seconds, not 0 to " + MAX_RETRY_AFTER_SECONDS);
        boolean fits = !duration.isNegative() && duration.compareTo(Duration.ofMillis(MAX_MILLIS)) <= 0;
        require(
                kind.lasts() ? fits && duration.toMillis() > 0 : duration.isZero(),
                kind.lasts() ? wrongMillis(duration) : "millis, not for the kind " + kind.word());
        require(probability >= 0 && probability <= 1, "probability, not 0 to 1");
        require(times >= 0, "times, negative");
    }

    // The status is 0 if a plan does not give one. The same holds for the duration below.
    private static String wrongStatus(int status) {
        return status == 0 ? "status, missing" : "status, not 400 to 599";
    }

    private static String wrongMillis(Duration duration) {
        return duration.isZero() ? "millis, missing or 0" : "millis, not 1 to " + MAX_MILLIS;
    }

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    private static FaultRule of(FaultKind kind, int status, Duration duration) {
        return new FaultRule(null, kind, status, null, duration, 1, ALWAYS);
    }

    /** Answers with a status: 413 and 429 with the body that the API documents, others with a short error. */
    public static FaultRule status(int status) {
        return of(FaultKind.STATUS, status, Duration.ZERO);
    }

    /** Delays the answer by a millisecond to an hour. */
    public static FaultRule delay(Duration wait) {
        return of(FaultKind.DELAY, 0, wait);
    }

    /** Ends the connection and applies nothing. */
    public static FaultRule cutBefore() {
        return of(FaultKind.CUT_BEFORE, 0, Duration.ZERO);
    }

    /** Applies the request and ends the connection without an answer. */
    public static FaultRule cutAfter() {
        return of(FaultKind.CUT_AFTER, 0, Duration.ZERO);
    }

    /** Applies the request and ends the connection in the middle of the answer's body. */
    public static FaultRule cutInside() {
        return of(FaultKind.CUT_INSIDE, 0, Duration.ZERO);
    }

    /** Sends the answer's body byte by byte, with a pause of a millisecond to an hour after each byte. */
    public static FaultRule slowBody(Duration pause) {
        return of(FaultKind.SLOW_BODY, 0, pause);
    }

    /**
     * Strikes only requests that hold a record of this project; null for all requests, even those without a project.
     */
    public FaultRule withToken(@Nullable String project) {
        return new FaultRule(project, kind, status, retryAfterSeconds, duration, probability, times);
    }

    /** Adds the header {@code Retry-After} to the answer of a status fault. */
    public FaultRule withRetryAfterSeconds(int seconds) {
        return new FaultRule(token, kind, status, seconds, duration, probability, times);
    }

    /** Strikes a fraction of the requests, 0 to 1. */
    public FaultRule withProbability(double part) {
        return new FaultRule(token, kind, status, retryAfterSeconds, duration, part, times);
    }

    /** Strikes at most this many requests. */
    public FaultRule withTimes(long most) {
        return new FaultRule(token, kind, status, retryAfterSeconds, duration, probability, most);
    }

    /** A short phrase, such as {@code status 503}. */
    String phrase() {
        return switch (kind) {
            case STATUS -> "status " + status;
            case DELAY -> "delayed by " + duration.toMillis() + " ms";
            case CUT_BEFORE -> "cut before it was applied";
            case CUT_AFTER -> "cut after it was applied";
            case CUT_INSIDE -> "cut inside the answer";
            case SLOW_BODY -> "a byte every " + duration.toMillis() + " ms";
        };
    }

    /** The members of the rule in a plan. Members that do not apply are left out. */
    Map<String, Object> members() {
        Map<String, Object> members = new TreeMap<>(Map.of("kind", kind.word(), "probability", probability));
        if (token != null) {
            members.put("token", token);
        }
        if (kind == FaultKind.STATUS) {
            members.put("status", status);
        }
        if (retryAfterSeconds != null) {
            members.put("retry_after_seconds", retryAfterSeconds);
        }
        if (kind.lasts()) {
            members.put("millis", duration.toMillis());
        }
        if (times != ALWAYS) {
            members.put("times", times);
        }
        return members;
    }
}
