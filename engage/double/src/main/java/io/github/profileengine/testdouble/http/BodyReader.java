package io.github.profileengine.testdouble.http;

import io.github.profileengine.testdouble.journal.Bytes;
import java.io.IOException;
import java.io.InputStream;

/** Reads a body to its end, up to a bound. */
final class BodyReader {
    private static final long MAX_DISCARDED_BYTES = 64L << 20;
    private static final int DISCARDED_AT_ONCE = 8 * 1024;

    private BodyReader() {}

    /**
     * Reads the whole body.
     *
     * @throws RefusedRequestException if it is longer than allowed, cut, or not framed in chunks as announced
     */
    static Bytes read(InputStream in, Framing framing, int maxBytes) throws RefusedRequestException {
        if (framing.length() > maxBytes) {
            throw RefusedRequestException.tooLarge(maxBytes);
        }
        try {
            byte[] body = in.readNBytes(maxBytes);
            if (framing.isChunked() ? body.length == maxBytes && in.read() >= 0 : body.length < framing.length()) {
                throw framing.isChunked() ? RefusedRequestException.tooLarge(maxBytes) : broken();
            }
            return Bytes.of(body);
        } catch (IOException | IndexOutOfBoundsException malformed) {
            // The IndexOutOfBoundsException comes from a chunk of more than 2 GiB, whose length overflows in the
            // server.
            throw broken();
        }
    }

    /**
     * Reads the rest of the body and drops it. If the connection were closed first, a client that still sends its body
     * would miss the answer.
     *
     * @return whether the end was found
     */
    static boolean discard(InputStream in) {
        byte[] forgotten = new byte[DISCARDED_AT_ONCE];
        try {
            int count = 0;
            for (long left = MAX_DISCARDED_BYTES; left > 0 && count >= 0; left -= count) {
                count = in.read(forgotten);
            }
            return count < 0;
        } catch (IOException | IndexOutOfBoundsException malformed) {
            return false;
        }
    }

    private static RefusedRequestException broken() {
        return RefusedRequestException.abrupt(400, "body, shorter than its Content-Length or in broken chunks");
    }
}
