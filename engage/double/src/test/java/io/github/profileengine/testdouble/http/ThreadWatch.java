package io.github.profileengine.testdouble.http;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which threads have begun since some moment and still run. */
final class ThreadWatch {
    /** A thread that has not ended by then will not. */
    private static final long ENDING_MILLIS = 30_000;

    private final Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());

    /** Those that run after all have had the time to end. What the JVM keeps for itself does not count. */
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
