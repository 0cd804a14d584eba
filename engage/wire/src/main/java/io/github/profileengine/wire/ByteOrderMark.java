package io.github.profileengine.wire;

/** The three bytes that some programs put before UTF-8. */
final class ByteOrderMark {

    static final int BYTES = 3;

    private ByteOrderMark() {}

    /** The bytes to skip at the start of an input of which {@code available} bytes are at hand: 3 or 0. */
    static int length(byte[] bytes, int available) {
        boolean there =
                available >= BYTES && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return there ? BYTES : 0;
    }
}
