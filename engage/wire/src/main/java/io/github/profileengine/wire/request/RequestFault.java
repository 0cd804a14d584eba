package io.github.profileengine.wire.request;

/**
 * Why a request as a whole holds no payload that could be read. Immutable.
 *
 * @param status the HTTP status that would say so: 400, 413 or 415. Only 413 is sent as it is; the others are bad data,
 *     which the live service answers with 200, and with 400 only who asks for {@code strict=1}
 * @param message {@code <field>, <problem>}; for 413 the live service's words
 */
public record RequestFault(int status, String message) {

    /** There is no {@code data}, or nothing in it. */
    public static final RequestFault DATA_MISSING = bad("data, missing or empty");

    /** {@code data} is neither JSON nor base64. */
    public static final RequestFault DATA_NOT_BASE64 = bad("data, invalid base64 encoding");

    static RequestFault bad(String message) {
        return new RequestFault(400, message);
    }

    /** A body, as it came or inflated, over a bound. */
    public static RequestFault tooLarge(int maxBytes) {
        return new RequestFault(413, "request exceeds max limit of " + maxBytes + " bytes");
    }

    /** The words of the status, such as {@code Bad Request}. */
    public String reason() {
        return switch (status) {
            case 413 -> "Request Entity Too Large";
            case 415 -> "Unsupported Media Type";
            default -> "Bad Request";
        };
    }
}
