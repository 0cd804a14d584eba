package io.github.profileengine.testdouble.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds threads that have started since this object was created and still run. */
final class ThreadWatch {
    /** A thread that has not ended after this time never will. */
    private static final long ENDING_MILLIS = 30_000;

    private final Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());

    /**
     * The threads that still run after they have had time to end. Threads that the JVM keeps for itself do not count.
     */
    List<String> left() throws InterruptedException {
        List<Thread> later = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && isOfServer(thread))
                .toList();
        for (Thread thread : later) {
            thread.join(ENDING_MILLIS);
        }
        return later.stream().filter(Thread::isAlive).map(Thread::getName).toList();
    }

    private static boolean isOfServer(Thread thread) {
        String name = thread.getName();
        return name.startsWith("engage-double")
                || name.startsWith("HTTP-Dispatcher")
                || name.startsWith("idle-timeout-task")
                || name.startsWith("req-rsp-timeout-task")
                || name.startsWith("Timer-");
    }
}
