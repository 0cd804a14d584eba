package io.github.profileengine.wire;

/** The UTF-8 byte order mark: three bytes that some programs write before the text. */
final class ByteOrderMark {

    static final int BYTES = 3;

    private ByteOrderMark() {}

    /**
     * How many bytes to skip at the start of an input, of which the first {@code available} bytes are known: 3 or 0.
     */
    static int length(byte[] bytes, int available) {
        boolean there =
                available >= BYTES && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return there ? BYTES : 0;
    }
}
