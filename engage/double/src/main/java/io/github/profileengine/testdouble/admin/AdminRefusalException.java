package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.wire.InvalidJsonException;
import java.util.List;

/** Refuses a request to an admin route, with the reason. */
final class AdminRefusalException extends RuntimeException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // never serialized
    private final WireAnswer answer;

    private AdminRefusalException(WireAnswer answer, String error) {
        super(error, null, false, false);
        this.answer = answer;
    }

    private static AdminRefusalException of(int status, String error) {
        return new AdminRefusalException(new JsonObject().put("error", error).answer(status), error);
    }

    /** A refusal with status 400. */
    static AdminRefusalException bad(String error) {
        return of(400, error);
    }

    /** A refusal with status 400, for a body that is not JSON. */
    static AdminRefusalException noJson(InvalidJsonException problem) {
        String why = String.valueOf(problem.getMessage()).replaceFirst("^json, ", "");
        return bad("body, cannot be read as JSON: " + why);
    }

    /** A refusal with status 404. */
    static AdminRefusalException missing(String error) {
        return of(404, error);
    }

    /** A refusal with status 503. */
    static AdminRefusalException busy(String error) {
        return of(503, error);
    }

    /** A refusal with status 405. */
    static AdminRefusalException notAllowed(String method, List<String> allowed) {
        String methods = String.join(", ", allowed);
        String error = "method, " + method + " is not allowed here; allowed: " + methods;
        return new AdminRefusalException(of(405, error).answer.with("Allow", methods), error);
    }

    /** A refusal with status 400, for a name that is unknown. */
    static AdminRefusalException unknown(String what, String name, Iterable<String> known) {
        String names = String.join(", ", known);
        return bad(what + ", unknown: " + name + "; " + (names.isEmpty() ? "this path takes none" : "known: " + names));
    }

    WireAnswer answer() {
        return answer;
    }
}
