package io.github.profileengine.packed;

import org.jspecify.annotations.Nullable;

/**
 * The encoded form of one property that an update writes: where its bytes are in the scratch, and what they replace.
 */
final class EncodedValue {
    private static final int KEPT = -1;
    private static final int GONE = -2;

    private int from;
    private int to;
    // Where the replaced value begins, counted from the record's first value, and by how much the new one is longer.
    private int place;
    private int growth;
    private @Nullable Object object;

    /** The property stays as it was. */
    void keep() {
        become(KEPT, KEPT, null);
    }

    /** The property is gone. */
    void drop() {
        become(GONE, GONE, null);
    }

    /** The value is these bytes of the scratch. */
    void setInline(int begin, int end) {
        become(begin, end, null);
    }

    /** The value is an out-of-line object, whose position takes as many bytes in the record as this range has. */
    void setOutOfLine(int begin, int end, Object beside) {
        become(begin, end, beside);
    }

    private void become(int begin, int end, @Nullable Object beside) {
        from = begin;
        to = end;
        if (object != beside) {
            // Mostly it is null before and after, and storing a reference is not free.
            object = beside;
        }
    }

    /** The value replaces another one, which begins at {@code placeBefore}; returns by how many bytes it is longer. */
    int replace(int placeBefore, int lengthBefore) {
        place = placeBefore;
        growth = to - from - lengthBefore;
        return growth;
    }

    /** Where the replaced value begins, counted from the first value; only if this {@link #replace}s a value. */
    int replacedFrom() {
        return place;
    }

    /** What {@link #replace} returned; only if this replaces a value. */
    int growth() {
        return growth;
    }

    boolean isGone() {
        return from == GONE;
    }

    boolean isKept() {
        return from == KEPT;
    }

    boolean isWritten() {
        return from >= 0;
    }

    /** The out-of-line object that the value is, or null if it is inline. */
    @Nullable
    Object object() {
        return object;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    int length() {
        return to - from;
    }
}
