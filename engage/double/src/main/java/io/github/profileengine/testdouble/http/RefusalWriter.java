package io.github.profileengine.testdouble.http;

import com.sun.net.httpserver.HttpExchange;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Puts the answer to a refused request on the wire, and ends the connection.
 *
 * <p>Chunks are read to their end before anything is answered, and without a good end nothing is: the JDK takes
 * trailers for a broken end, and where assertions are on, as in tests, its whole server dies of having to finish such a
 * request. Then the connection is closed without a word, which is all that it survives.
 */
final class RefusalWriter {
    private RefusalWriter() {}

    static void write(HttpExchange exchange, RefusedRequestException refused) throws IOException {
        boolean chunked = exchange.getRequestHeaders().containsKey("Transfer-Encoding");
        if (chunked && (refused.isAbrupt() || !BodyReader.discard(exchange.getRequestBody()))) {
            return;
        }
        WireAnswer answer = refused.answer();
        AnswerWriter.writeHeaders(exchange, answer);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length());
        OutputStream out = exchange.getResponseBody();
        out.write(answer.body().toArray());
        out.flush();
        if (refused.isAbrupt() || !BodyReader.discard(exchange.getRequestBody())) {
            closeUnread(out);
        } else {
            out.close();
        }
    }

    /** The server would first read on, and wait for bytes that may never come; an interrupted thread does not. */
    private static void closeUnread(OutputStream out) throws IOException {
        Thread.currentThread().interrupt();
        try {
            out.close();
        } finally {
            Thread.interrupted();
        }
    }
}
