package io.github.profileengine.packed;

import io.github.profileengine.profile.ProfileId;

/** A key as it is in a record, after its length. Scratch of one writer. */
final class KeyScratch {
    private static final int LONGEST_NUMBER = 5;
    private static final int FEW = 256;

    private byte[] bytes = new byte[FEW];
    private int from;
    private int to;

    /** Replaces the key by that of this id. */
    void hold(ProfileId id) {
        int most = Math.addExact(LONGEST_NUMBER, KeyBytes.most(id));
        if (bytes.length < most) {
            bytes = new byte[most];
        }
        to = KeyBytes.write(bytes, LONGEST_NUMBER, id);
        int length = to - LONGEST_NUMBER;
        from = LONGEST_NUMBER - Bytes.variableLength(length);
        Bytes.putVariable(bytes, from, length);
    }

    byte[] bytes() {
        return bytes;
    }

    int from() {
        return from;
    }

    int length() {
        return to - from;
    }
}
