package io.github.profileengine.store.history;

/**
 * The number that an update appends to its profile's list: the client that sent it, and the number of the update at
 * that client. So no two marks are equal.
 */
final class Mark {
    static final long NONE = -1;

    private Mark() {}

    static long of(int client, int number) {
        return (long) client << Integer.SIZE | number;
    }

    static int client(long mark) {
        return (int) (mark >>> Integer.SIZE);
    }

    static int number(long mark) {
        return (int) mark;
    }
}
