package io.github.profileengine.testdouble.http;

import io.github.profileengine.testdouble.exchange.CommonAnswers;
import io.github.profileengine.testdouble.journal.Bytes;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads a body to its end, and no further than a bound. */
final class BodyReader {
    private BodyReader() {}

    /**
     * The whole body.
     *
     * @throws RefusedRequestException if it is longer than allowed
     * @throws IOException if it was cut
     */
    static Bytes read(InputStream in, Framing framing, int maxBytes) throws IOException, RefusedRequestException {
        if (framing.length() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        byte[] body = in.readNBytes(maxBytes);
        if (framing.isChunked()) {
            if (body.length == maxBytes && in.read() >= 0) {
                throw tooLarge(maxBytes);
            }
        } else if (body.length != framing.length()) {
            // The server's stream ends quietly where the connection does.
            throw new EOFException("the body was cut after " + body.length + " of " + framing.length() + " bytes");
        }
        return Bytes.of(body);
    }

    private static RefusedRequestException tooLarge(int maxBytes) {
        return new RefusedRequestException(CommonAnswers.tooLarge(maxBytes).asLast());
    }
}
