package io.github.profileengine.testdouble.exchange;

import io.github.profileengine.wire.request.RequestFault;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers that several routes give in the same form. */
public final class CommonAnswers {
    private CommonAnswers() {}

    /** 413, as the live service answers a request that is too large. */
    public static WireAnswer tooLarge(int maxBytes) {
        return tooLarge(RequestFault.tooLarge(maxBytes));
    }

    /** The same answer for a request whose size was discovered only while it was read. */
    public static WireAnswer tooLarge(RequestFault fault) {
        return documented(fault.status(), fault.message(), fault.reason());
    }

    /** 429, as the live service answers a project that sends too much. */
    public static WireAnswer tooMany() {
        return documented(
                429,
                "Project exceeded rate limits. Please retry the request with exponential backoff.",
                "Too Many Requests");
    }

    private static WireAnswer documented(int code, String error, String status) {
        return WireAnswer.json(code, Map.of("code", code, "error", error, "status", status));
    }

    /** The members of a verbose answer: status 1 without an error, else 0. */
    public static Map<String, @Nullable Object> verbose(@Nullable String error) {
        Map<String, @Nullable Object> members = new TreeMap<>();
        members.put("error", error);
        members.put("status", error == null ? 1 : 0);
        return members;
    }

    /** An error in the form of a verbose answer. */
    public static WireAnswer error(int status, String error) {
        return WireAnswer.json(status, verbose(error));
    }
}
