package io.github.profileengine.testdouble.http;

import com.sun.net.httpserver.HttpExchange;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import java.io.IOException;
import java.io.OutputStream;

/** Puts the answer to a refused request on the wire, and ends the connection. */
final class RefusalWriter {
    private RefusalWriter() {}

    static void write(HttpExchange exchange, RefusedRequestException refused) throws IOException {
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
