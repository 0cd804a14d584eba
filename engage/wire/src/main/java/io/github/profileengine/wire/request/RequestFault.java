package io.github.profileengine.wire.request;

/**
 * The reason why no payload of a request could be read. Immutable.
 *
 * @param status the HTTP status of the fault: 400, 413 or 415. Only 413 is sent as it is. The others count as bad data:
 *     the live service answers them with 200, or with 400 if the request has {@code strict=1}
 * @param message {@code <field>, <problem>}; for 413 the text of the live service
 */
public record RequestFault(int status, String message) {

    /** {@code data} is missing or empty. */
    public static final RequestFault DATA_MISSING = bad("data, missing or empty");

    /** {@code data} is neither JSON nor base64. */
    public static final RequestFault DATA_NOT_BASE64 = bad("data, invalid base64 encoding");

    static RequestFault bad(String message) {
        return new RequestFault(400, message);
    }

    /** The body is larger than a bound, as received or inflated. */
    public static RequestFault tooLarge(int maxBytes) {
        return new RequestFault(413, "request exceeds max limit of " + maxBytes + " bytes");
    }

    /** The reason phrase of the status, such as {@code Bad Request}. */
    public String reason() {
        return switch (status) {
            case 413 -> "Request Entity Too Large";
            case 415 -> "Unsupported Media Type";
            default -> "Bad Request";
        };
    }
}
