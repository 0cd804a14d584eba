package io.github.profileengine.testdouble.http;

import com.sun.net.httpserver.HttpExchange;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes the answer to a refused request, and closes the connection.
 *
 * <p>A chunked body is read to its end before it is answered. If no proper end is found, no answer is sent and the
 * connection is just closed. The reason: the JDK's server treats trailers as a broken end. With assertions enabled, as
 * in tests, the whole server dies when it has to finish such a request; it survives only if the connection is closed
 * without an answer.
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

    /**
     * On close, the server would first read on, and wait for bytes that may never arrive. An interrupted thread does
     * not.
     */
    private static void closeUnread(OutputStream out) throws IOException {
        Thread.currentThread().interrupt();
        try {
            out.close();
        } finally {
            Thread.interrupted();
        }
    }
}
