package io.github.profileengine.cli;

import java.util.concurrent.CountDownLatch;

/**
 * The wish to end, by SIGTERM or SIGINT, and the promise to wait until everything is saved. The JVM would end with 143
 * or 130; but a server that was told to stop, and did, has not failed.
 */
final class StopRequest {

    private final CountDownLatch wanted = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile int exitCode = ExitCode.FAILED;

    private StopRequest() {}

    static StopRequest ofProcess() {
        StopRequest request = new StopRequest();
        Runtime.getRuntime().addShutdownHook(new Thread(request::shutDown, "stop"));
        return request;
    }

    private void shutDown() {
        if (done.getCount() == 0) {
            // The program ends by itself, with a code of its own.
            return;
        }
        wanted.countDown();
        try {
            done.await();
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(exitCode);
    }

    /** Returns when the process is asked to end. */
    void await() {
        try {
            wanted.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything is saved and told. */
    void done(int code) {
        exitCode = code;
        done.countDown();
    }
}
