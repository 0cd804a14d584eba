package io.github.profileengine.packed;

import org.jspecify.annotations.Nullable;

/** The form of one property that an update writes: where its bytes lie in the scratch, and what they replace. */
final class EncodedValue {
    private static final int KEPT = -1;
    private static final int GONE = -2;

    private int from;
    private int to;
    // Of what it replaces: where that begins, counted from the record's first value, and by how much this is longer.
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

    /** The property has a value in these bytes of the scratch. */
    void setInline(int begin, int end) {
        become(begin, end, null);
    }

    /** It has one that is an object beside a record's bytes, which takes so many of these as its position does. */
    void setOutOfLine(int begin, int end, Object beside) {
        become(begin, end, beside);
    }

    private void become(int begin, int end, @Nullable Object beside) {
        from = begin;
        to = end;
        if (object != beside) {
            // Mostly there was none and is none, and to store a reference is not free.
            object = beside;
        }
    }

    /** A value comes in place of one that begins there and has so many bytes; answers by how many it is longer. */
    int replace(int placeBefore, int lengthBefore) {
        place = placeBefore;
        growth = to - from - lengthBefore;
        return growth;
    }

    /** Where what it {@link #replace}s begins, counted from the first value; only of one that replaces something. */
    int replacedFrom() {
        return place;
    }

    /** What {@link #replace} answered; only of one that replaces something. */
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

    /** The object beside the bytes that the value is, or null if it is none. */
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
