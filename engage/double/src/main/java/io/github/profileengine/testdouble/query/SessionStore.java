package io.github.profileengine.testdouble.query;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The most recently used sessions. Their number is bounded, and their memory to a sixteenth of the heap; the newest one
 * stays even if it needs more. Safe for every thread.
 */
final class SessionStore {
    static final int MAX_SESSIONS = 64;
    private static final int SHARE_OF_HEAP = 16;
    private static final int LETTERS = 6;
    private static final int ALPHABET = 26;

    private final Map<String, QuerySession> sessions = new LinkedHashMap<>(16, 0.75f, true);
    private final long maxBytes;
    private long bytes;
    private long issued;

    SessionStore() {
        this(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    SessionStore(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** A new id: the time, then a counter written as six or more letters. */
    synchronized String newId(long epochSecond) {
        StringBuilder letters = new StringBuilder();
        for (long left = issued++; left > 0 || letters.length() < LETTERS; left /= ALPHABET) {
            letters.append((char) ('A' + left % ALPHABET));
        }
        return epochSecond + "-" + letters.reverse();
    }

    synchronized @Nullable QuerySession get(String id) {
        return sessions.get(id);
    }

    synchronized void put(QuerySession session) {
        sessions.put(session.id(), session);
        bytes += session.bytes();
        var eldest = sessions.entrySet().iterator();
        while (sessions.size() > 1 && (sessions.size() > MAX_SESSIONS || bytes > maxBytes)) {
            bytes -= eldest.next().getValue().bytes();
            eldest.remove();
        }
    }
}
