package io.github.profileengine.wire.request;

import io.github.profileengine.wire.Payload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds and unpacks the payload of a request to {@code /engage}, {@code /groups}, {@code /track} or {@code /import}, in
 * whatever way the official clients pack it.
 *
 * <p>The payload is the parameter {@code data} of the query, else that of a form, else the body itself; an empty one
 * does not count. It is JSON, JSON inside a JSON text, or base64 of JSON. A form is percent-encoded, as
 * {@code text/plain} from beacons is too, or multipart. A body may be gzip, whether or not a header says so. Text is
 * UTF-8; surrogate pairs of three bytes each become the characters that they stand for.
 *
 * <p>Immutable, safe for any number of threads. Time is linear in the size of the request; memory is a few times that
 * size, which is bounded by {@link RequestBounds}. Nothing is thrown for what a request holds.
 */
public final class RequestDecoder {

    private static final String LINES = "application/x-ndjson";

    private final RequestBounds bounds;
    private final boolean takesGzip;

    /** A decoder with these bounds. */
    public RequestDecoder(RequestBounds bounds) {
        this(bounds, true);
    }

    private RequestDecoder(RequestBounds bounds, boolean takesGzip) {
        this.bounds = bounds;
        this.takesGzip = takesGzip;
    }

    /** One with the same bounds that takes no gzip: a body that is gzip is a fault, and is inflated all the same. */
    public RequestDecoder withoutGzip() {
        return new RequestDecoder(bounds, false);
    }

    /**
     * Takes a request apart.
     *
     * @param method the HTTP method; the body of a GET or HEAD means nothing
     * @param rawQuery the query as it came, without {@code ?}
     * @param contentType the value of {@code Content-Type}; wanted for multipart forms and lines only
     * @param contentEncodings the values of all {@code Content-Encoding} headers
     * @param body the body as it came, without transfer coding; not copied
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
            if (body.length > bounds.maxBodyBytes()) {
                throw new RequestFaultException(RequestFault.tooLarge(bounds.maxBodyBytes()));
            }
            RequestBody content = RequestBody.NONE;
            if (!method.equals("GET") && !method.equals("HEAD")) {
                plain = ContentCoding.decoded(body, contentEncodings, bounds.maxInflatedBytes());
                if (!takesGzip) {
                    // Not before: by what it holds it is told whose it is.
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

    /** Whether a body is lines of JSON, by the value of {@code Content-Type}: nothing is guessed of it then. */
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
            // Whoever reads it as JSON can tell what is wrong with the text, and where.
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
