package io.github.profileengine.testdouble.ingestion;

import io.github.profileengine.testdouble.exchange.CommonAnswers;
import io.github.profileengine.testdouble.exchange.Manner;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.fault.FaultKind;
import io.github.profileengine.testdouble.fault.FaultRule;
import io.github.profileengine.testdouble.fault.Strike;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The answers to requests that faults struck. */
final class StruckAnswers {
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;

    private final int maxBodyBytes;

    StruckAnswers(int maxBodyBytes) {
        this.maxBodyBytes = maxBodyBytes;
    }

    /** The answer to a struck request. {@code undisturbed} is called only if the request was applied. */
    WireAnswer of(Strike strike, Supplier<WireAnswer> undisturbed) {
        FaultRule decisive = strike.decisive();
        WireAnswer answer = strike.isPreventing() ? refusal(decisive) : undisturbed.get();
        int cut = decisive == null
                ? Manner.WHOLE
                : cut(decisive.kind(), answer.body().length());
        return answer.with(new Manner(strike.delay(), cut, strike.pause()));
    }

    private WireAnswer refusal(@Nullable FaultRule rule) {
        int status = rule == null ? 0 : rule.status();
        WireAnswer answer = switch (status) {
            case TOO_LARGE -> CommonAnswers.tooLarge(maxBodyBytes);
            case TOO_MANY -> CommonAnswers.tooMany();
            default -> CommonAnswers.error(status, "injected fault");
        };
        Integer seconds = rule == null ? null : rule.retryAfterSeconds();
        return seconds == null ? answer : answer.with("Retry-After", seconds.toString());
    }

    private static int cut(FaultKind kind, int length) {
        return switch (kind) {
            case CUT_BEFORE, CUT_AFTER -> Manner.SILENT;
            // An answer without a body has no middle to cut: it would arrive complete.
            case CUT_INSIDE -> length == 0 ? Manner.SILENT : length / 2;
            case STATUS, DELAY, SLOW_BODY -> Manner.WHOLE;
        };
    }
}
