package io.github.profileengine.testdouble.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.github.profileengine.testdouble.exchange.AnswerStream;
import io.github.profileengine.testdouble.exchange.Manner;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import java.io.IOException;
import java.io.OutputStream;

/** Writes an answer to the connection, in the manner that it asks for. */
final class AnswerWriter {
    private static final int NO_BODY = -1;
    private static final int UNKNOWN_LENGTH = 0;

    private AnswerWriter() {}

    static void write(HttpExchange exchange, WireAnswer answer) throws IOException, InterruptedException {
        Manner manner = answer.manner();
        Thread.sleep(manner.delay().toMillis());
        if (manner.isSilent()) {
            // Return without an answer: the client sees that the connection ends.
            return;
        }
        writeHeaders(exchange, answer);
        AnswerStream stream = answer.stream();
        if (stream != null && !exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(answer.status(), UNKNOWN_LENGTH);
            OutputStream out = exchange.getResponseBody();
            out.flush();
            stream.writeTo(out);
            out.close();
            return;
        }
        byte[] body = answer.body().toArray();
        boolean bodiless = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bodiless ? NO_BODY : body.length);
        if (!bodiless) {
            // Not closed if it was cut, because closing would fail: bytes are missing.
            OutputStream out = exchange.getResponseBody();
            write(out, body, manner);
            if (!manner.isCut()) {
                out.close();
            }
        }
    }

    static void writeHeaders(HttpExchange exchange, WireAnswer answer) {
        Headers headers = exchange.getResponseHeaders();
        answer.headers().forEach((name, value) -> headers.set(name, HeaderText.safe(value)));
        if (answer.last() || answer.manner().isCut()) {
            headers.set("Connection", "close");
        }
    }

    private static void write(OutputStream out, byte[] body, Manner manner) throws IOException, InterruptedException {
        int length = manner.isCut() ? Math.min(manner.cut(), body.length) : body.length;
        if (manner.pause().isZero()) {
            out.write(body, 0, length);
            out.flush();
            return;
        }
        for (int at = 0; at < length; at++) {
            out.write(body[at]);
            out.flush();
            Thread.sleep(manner.pause().toMillis());
        }
    }
}
