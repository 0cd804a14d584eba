package io.github.profileengine.wire.request;

import io.github.profileengine.wire.Payload;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a body is a form or the payload itself. The bytes decide; only a multipart form also needs its
 * header.
 */
final class RequestBody {

    static final RequestBody NONE = new RequestBody(RequestParameters.NONE, new byte[0]);

    /**
     * If one of these names comes first, the body is a form, even if only {@code =} and blanks follow: these could
     * otherwise be the padding of base64.
     */
    private static final Set<String> NAMES = Set.of(
            "data", "ip", "verbose", "strict", "callback", "img", "redirect", "test", "_", "api_key", "project_id");

    private final RequestParameters parameters;
    private final byte[] payload;

    private RequestBody(RequestParameters parameters, byte[] payload) {
        this.parameters = parameters;
        this.payload = payload;
    }

    static RequestBody of(byte[] body, @Nullable String contentType, int maxParameters) throws RequestFaultException {
        int start = Payload.start(body);
        if (start == body.length) {
            return NONE;
        } else if (contentType != null && isMultipart(body, start, contentType)) {
            return ofForm(MultipartForm.parse(body, contentType, maxParameters));
        } else if (isForm(body, start)) {
            return ofForm(parameters(Arrays.copyOfRange(body, start, body.length), maxParameters));
        }
        return new RequestBody(RequestParameters.NONE, body);
    }

    /** The fields of a body that can only be a form. */
    static RequestParameters form(byte[] body, @Nullable String contentType, int maxParameters)
            throws RequestFaultException {
        int start = Payload.start(body);
        if (start == body.length) {
            return RequestParameters.NONE;
        } else if (contentType != null && isMultipart(body, start, contentType)) {
            return MultipartForm.parse(body, contentType, maxParameters);
        } else if (isJson(body, start) || text(body, start, body.length).indexOf('=') < 0) {
            throw new RequestFaultException(RequestFault.bad("body, not a form"));
        }
        return parameters(Arrays.copyOfRange(body, start, body.length), maxParameters);
    }

    /** The fields of a form; none if the body is the payload. */
    RequestParameters parameters() {
        return parameters;
    }

    /** The payload, still packed; empty if there is none. */
    byte[] payload() {
        return payload;
    }

    private static boolean isMultipart(byte[] body, int start, String contentType) {
        return body[start] == '-'
                && contentType.strip().toLowerCase(Locale.ROOT).startsWith(MultipartForm.MEDIA_TYPE);
    }

    /** Whether the body is a form. JSON never is. Base64 has {@code =} only at its end. */
    private static boolean isForm(byte[] body, int start) {
        int equals = start;
        while (equals < body.length && body[equals] != '=') {
            equals++;
        }
        if (isJson(body, start) || equals == body.length) {
            return false;
        }
        return !isPadding(body, equals) || NAMES.contains(text(body, start, equals));
    }

    private static boolean isJson(byte[] body, int start) {
        return body[start] == '{' || body[start] == '[' || body[start] == '"';
    }

    private static boolean isPadding(byte[] body, int equals) {
        for (int at = equals; at < body.length; at++) {
            if (body[at] != '=' && body[at] != '\r' && body[at] != '\n' && body[at] != ' ') {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] body, int start, int end) {
        return new String(body, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static RequestBody ofForm(RequestParameters form) {
        return new RequestBody(form, form.bytes("data").orElse(NONE.payload));
    }

    /** The parameters of a query or form. They are counted first, so that too many are never decoded. */
    static RequestParameters parameters(byte[] form, int maxParameters) throws RequestFaultException {
        if (RequestParameters.isOver(form, maxParameters)) {
            throw tooManyParameters(maxParameters);
        }
        return RequestParameters.ofForm(form);
    }

    static RequestFaultException tooManyParameters(int maxParameters) {
        return new RequestFaultException(RequestFault.bad("parameters, over " + maxParameters));
    }
}
