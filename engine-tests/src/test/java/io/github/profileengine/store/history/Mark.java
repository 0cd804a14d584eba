package io.github.profileengine.store.history;

/**
 * The number that an update leaves in its profile's list: which client sent it, as its how-manieth. No two are equal.
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
