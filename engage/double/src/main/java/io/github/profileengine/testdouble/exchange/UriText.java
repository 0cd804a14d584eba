package io.github.profileengine.testdouble.exchange;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-encodes what a URI must not hold as it stands, and leaves alone what it may hold. */
public final class UriText {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private UriText() {}

    /** Whether all bytes are ASCII. */
    public static boolean isAscii(byte[] text) {
        for (byte character : text) {
            if (character < 0) {
                return false;
            }
        }
        return true;
    }

    /** The text in ASCII: blanks, control characters and the UTF-8 of everything beyond ASCII become escapes. */
    public static String escaped(String text) {
        return escaped(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same of the bytes of a text. */
    public static String escaped(byte[] text) {
        StringBuilder out = new StringBuilder(text.length);
        for (byte character : text) {
            if (character > ' ' && character < 0x7F) {
                out.append((char) character);
            } else {
                out.append('%').append(HEX.toHexDigits(character));
            }
        }
        return out.toString();
    }
}
