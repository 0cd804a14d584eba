package io.github.profileengine.testdouble.exchange;

import java.io.IOException;
import java.io.OutputStream;

/** A body that is produced while it is sent, so its length is unknown before. Used once. */
@FunctionalInterface
public interface AnswerStream {
    /**
     * Writes the body and returns at its end. Each flush reaches the client at once.
     *
     * @throws IOException if the client has gone
     * @throws InterruptedException if the server ends
     */
    void writeTo(OutputStream out) throws IOException, InterruptedException;
}
