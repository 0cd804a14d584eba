package io.github.profileengine.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An output whose reader may leave early, as {@code head} does when it has seen enough. From then on everything written
 * is dropped. This is no failure, because the reader has what it wanted. Any other failure is thrown.
 */
final class PipeOutput extends FilterOutputStream {

    private boolean abandoned;

    PipeOutput(OutputStream out) {
        super(out);
    }

    /** Whether the reader has gone, so that writing on is useless. */
    boolean isAbandoned() {
        return abandoned;
    }

    @Override
    public void write(int oneByte) throws IOException {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (!abandoned) {
            attempt(() -> out.write(bytes, offset, length));
        }
    }

    @Override
    public void flush() throws IOException {
        if (!abandoned) {
            attempt(out::flush);
        }
    }

    @Override
    public void close() throws IOException {
        attempt(out::close);
    }

    private void attempt(Write write) throws IOException {
        try {
            write.run();
        } catch (IOException problem) {
            if (!isBrokenPipe(problem)) {
                throw problem;
            }
            abandoned = true;
        }
    }

    /**
     * Java has no exception type for this, so the message of the system decides. The launcher keeps these messages
     * English.
     */
    private static boolean isBrokenPipe(IOException problem) {
        String message = problem.getMessage();
        return message != null && (message.contains("Broken pipe") || message.contains("pipe is being closed"));
    }

    @FunctionalInterface
    private interface Write {
        void run() throws IOException;
    }
}
