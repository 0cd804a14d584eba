package io.github.profileengine.testdouble.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a fault does to a request. */
public enum FaultKind {
    /** Nothing is applied, and the answer is an error status. */
    STATUS,
    /** The request is applied at once, and the answer is delayed. */
    DELAY,
    /** Nothing is applied, and the connection ends without an answer. */
    CUT_BEFORE,
    /** The request is applied, and the connection ends without an answer. */
    CUT_AFTER,
    /** The request is applied, and the connection ends in the middle of the answer's body. */
    CUT_INSIDE,
    /** The request is applied, and the answer's body arrives byte by byte. */
    SLOW_BODY;

    /** The name of the kind in a plan, such as {@code cut_before}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with a name in a plan; null if there is none. */
    static @Nullable FaultKind ofWord(String word) {
        for (FaultKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    /** All names of kinds, for messages. */
    static String words() {
        return Arrays.stream(values()).map(FaultKind::word).collect(Collectors.joining(", "));
    }

    /** Whether the fault has a duration, which the rule gives. */
    boolean lasts() {
        return this == DELAY || this == SLOW_BODY;
    }

    /** Whether the fault cuts or answers the request. Of several such faults only the first strikes. */
    boolean decides() {
        return !lasts();
    }

    /** Whether the fault keeps the request from being applied. */
    boolean prevents() {
        return this == STATUS || this == CUT_BEFORE;
    }
}
