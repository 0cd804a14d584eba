package io.github.profileengine.wire.request;

import io.github.profileengine.wire.DamagedGzipException;
import io.github.profileengine.wire.Gzip;
import io.github.profileengine.wire.OversizedInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Undoes the {@code Content-Encoding} of a body. Only gzip, applied once, is supported. A gzip body is also inflated if
 * no header announces it.
 */
final class ContentCoding {

    private ContentCoding() {}

    /**
     * The decoded body. An empty body stays empty, whatever the headers say.
     *
     * @param headers the values of all {@code Content-Encoding} headers
     * @param maxBytes the most bytes that the body may inflate to; a body that is not gzip is not bounded
     */
    static byte[] decoded(byte[] body, List<String> headers, int maxBytes) throws RequestFaultException {
        if (body.length == 0) {
            return body;
        }
        List<String> codings = codings(headers);
        requireGzipOnce(codings);
        if (isGzip(body)) {
            return inflated(body, maxBytes);
        } else if (codings.isEmpty()) {
            return body;
        }
        throw new RequestFaultException(RequestFault.bad("body, not gzip although Content-Encoding says so"));
    }

    /** Fails if the body is gzip, for routes that do not accept gzip. Call it after {@link #decoded}. */
    static void requireNoGzip(byte[] body) throws RequestFaultException {
        if (isGzip(body)) {
            throw new RequestFaultException(RequestFault.bad("body, gzip is not accepted here"));
        }
    }

    private static List<String> codings(List<String> headers) {
        return headers.stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
    }

    private static void requireGzipOnce(List<String> codings) throws RequestFaultException {
        for (String coding : codings) {
            if (!coding.equals("gzip") && !coding.equals("x-gzip")) {
                throw unsupported("content encoding, only gzip is supported");
            }
        }
        if (codings.size() > 1) {
            throw unsupported("content encoding, gzip may be applied only once");
        }
    }

    private static RequestFaultException unsupported(String message) {
        return new RequestFaultException(new RequestFault(415, message));
    }

    private static boolean isGzip(byte[] body) {
        return body.length >= 2 && body[0] == 0x1F && body[1] == (byte) 0x8B;
    }

    private static byte[] inflated(byte[] body, int maxBytes) throws RequestFaultException {
        try (InputStream in = Gzip.inflated(new ByteArrayInputStream(body), maxBytes)) {
            return in.readAllBytes();
        } catch (DamagedGzipException e) {
            throw new RequestFaultException(RequestFault.bad("body, " + e.getMessage()));
        } catch (OversizedInputException e) {
            throw new RequestFaultException(RequestFault.tooLarge(maxBytes));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
    }
}
