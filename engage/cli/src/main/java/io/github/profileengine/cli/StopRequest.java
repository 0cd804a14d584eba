package io.github.profileengine.cli;

import java.util.concurrent.CountDownLatch;

/**
 * Receives the request to stop by SIGTERM or SIGINT, and delays the end of the JVM until everything is saved. The JVM
 * would then exit with 143 or 130. But a server that stops on request has not failed, so this class exits with its own
 * code.
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
            // The program ends on its own, with its own exit code.
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

    /** Waits until the process is asked to stop. */
    void await() {
        try {
            wanted.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Notes that everything is saved and reported. */
    void done(int code) {
        exitCode = code;
        done.countDown();
    }
}
