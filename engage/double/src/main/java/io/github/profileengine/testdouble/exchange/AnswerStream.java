package io.github.profileengine.testdouble.exchange;

import java.io.IOException;
import java.io.OutputStream;

/** A body that is made while it goes out, and whose length nobody knows before. Used once. */
@FunctionalInterface
public interface AnswerStream {
    /**
     * Writes the body, and returns at its end; each flush reaches the client at once.
     *
     * @throws IOException if the client has gone
     * @throws InterruptedException if the server ends
     */
    void writeTo(OutputStream out) throws IOException, InterruptedException;
}
