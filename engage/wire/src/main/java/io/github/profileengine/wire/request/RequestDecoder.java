package io.github.profileengine.wire.request;

import io.github.profileengine.wire.Payload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds and unpacks the payload of a request to {@code /engage}, {@code /groups}, {@code /track} or {@code /import}, in
 * every form that official clients send.
 *
 * <p>The payload is the query parameter {@code data}. If that is missing or empty, it is the form field {@code data},
 * or the body itself if the body is no form. The payload is JSON, JSON inside a JSON string, or base64 of JSON. A form
 * is multipart or percent-encoded; beacons send a percent-encoded form as {@code text/plain}. A body may be gzip,
 * whether or not a header says so. Text is UTF-8. A surrogate pair encoded as three bytes for each half becomes the
 * character that it stands for.
 *
 * <p>Immutable, safe for any number of threads. Time is linear in the size of the request. Memory is a few times that
 * size, which {@link RequestBounds} bounds. No content of a request causes an exception.
 */
public final class RequestDecoder {

    private static final String LINES = "application/x-ndjson";

    private final RequestBounds bounds;
    private final boolean takesGzip;

    /** Creates a decoder with these bounds. */
    public RequestDecoder(RequestBounds bounds) {
        this(bounds, true);
    }

    private RequestDecoder(RequestBounds bounds, boolean takesGzip) {
        this.bounds = bounds;
        this.takesGzip = takesGzip;
    }

    /** A decoder with the same bounds that refuses gzip: a gzip body is a fault, but is still inflated. */
    public RequestDecoder withoutGzip() {
        return new RequestDecoder(bounds, false);
    }

    /**
     * Decodes a request.
     *
     * @param method the HTTP method; the body of a GET or HEAD is not decoded
     * @param rawQuery the query as received, without {@code ?}
     * @param contentType the value of {@code Content-Type}; needed only for multipart forms and for lines of JSON
     * @param contentEncodings the values of all {@code Content-Encoding} headers
     * @param body the body as received, without transfer coding; not copied
     */
    public DecodedRequest decode(
            String method,
            @Nullable String rawQuery,
            @Nullable String contentType,
            List<String> contentEncodings,
            byte[] body) {
        RequestParameters parameters = RequestParameters.NONE;
        byte[] plain = body;
        try {
            parameters = query(rawQuery);
            Optional<byte[]> data = parameters.bytes("data").filter(RequestDecoder::isFilled);
            requireBounded(body);
            RequestBody content = RequestBody.NONE;
            if (!method.equals("GET") && !method.equals("HEAD")) {
                plain = ContentCoding.decoded(body, contentEncodings, bounds.maxInflatedBytes());
                if (!takesGzip) {
                    // Not earlier: the inflated body tells the caller which project the request belongs to.
                    ContentCoding.requireNoGzip(body);
                }
                if (data.isEmpty() && isLines(contentType)) {
                    return DecodedRequest.of(parameters, plain, lines(plain));
                }
                content = RequestBody.of(plain, contentType, bounds.maxParameters());
            }
            parameters = parameters.and(content.parameters());
            return DecodedRequest.of(parameters, plain, unpacked(data.orElse(content.payload())));
        } catch (RequestFaultException e) {
            return DecodedRequest.failed(parameters, plain, e.fault());
        }
    }

    /**
     * Decodes a request that has parameters and no payload: its body, if it has one, is a form.
     *
     * @param rawQuery the query as received, without {@code ?}
     * @param contentType the value of {@code Content-Type}; needed only for multipart forms
     * @param contentEncodings the values of all {@code Content-Encoding} headers
     * @param body the body as received, without transfer coding; not copied
     */
    public DecodedRequest decodeParameters(
            @Nullable String rawQuery, @Nullable String contentType, List<String> contentEncodings, byte[] body) {
        RequestParameters parameters = RequestParameters.NONE;
        byte[] plain = body;
        try {
            parameters = query(rawQuery);
            requireBounded(body);
            plain = ContentCoding.decoded(body, contentEncodings, bounds.maxInflatedBytes());
            parameters = parameters.and(RequestBody.form(plain, contentType, bounds.maxParameters()));
            return DecodedRequest.of(parameters, plain, new byte[0]);
        } catch (RequestFaultException e) {
            return DecodedRequest.failed(parameters, plain, e.fault());
        }
    }

    private void requireBounded(byte[] body) throws RequestFaultException {
        if (body.length > bounds.maxBodyBytes()) {
            throw new RequestFaultException(RequestFault.tooLarge(bounds.maxBodyBytes()));
        }
    }

    /** Whether {@code Content-Type} declares lines of JSON; the decoder then does not guess what the body is. */
    public static boolean isLines(@Nullable String contentType) {
        return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(LINES);
    }

    private static byte[] lines(byte[] plain) throws RequestFaultException {
        if (!isFilled(plain)) {
            throw new RequestFaultException(RequestFault.DATA_MISSING);
        }
        return SurrogatePairs.joined(plain);
    }

    private RequestParameters query(@Nullable String rawQuery) throws RequestFaultException {
        return rawQuery == null
                ? RequestParameters.NONE
                : RequestBody.parameters(rawQuery.getBytes(StandardCharsets.UTF_8), bounds.maxParameters());
    }

    private static byte[] unpacked(byte[] packed) throws RequestFaultException {
        if (!isFilled(packed)) {
            throw new RequestFaultException(RequestFault.DATA_MISSING);
        }
        boolean isText = packed[Payload.start(packed)] == '"';
        byte[] joined = isText ? SurrogatePairs.joined(packed) : packed;
        Optional<byte[]> json = Payload.unpack(joined);
        if (json.isEmpty() && isText) {
            // The reader of the JSON can then say what is wrong with the string, and where.
            return joined;
        }
        byte[] unpacked = json.orElseThrow(() -> new RequestFaultException(RequestFault.DATA_NOT_BASE64));
        if (!isFilled(unpacked)) {
            throw new RequestFaultException(RequestFault.DATA_MISSING);
        }
        return SurrogatePairs.joined(unpacked);
    }

    private static boolean isFilled(byte[] payload) {
        return Payload.start(payload) < payload.length;
    }
}
