package io.github.profileengine.testdouble.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes ASN.1 elements in DER (X.690), as far as certificates need them. Each function returns a complete element:
 * tag, length and content. This class exists because in the JDK only the keytool program creates certificates.
 */
final class DerWriter {
    // RFC 5280 requires two digits for earlier years, and four digits from this year on.
    private static final int FIRST_YEAR_OF_FOUR_DIGITS = 2050;
    private static final DateTimeFormatter TWO_DIGITS = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'", Locale.ROOT);
    private static final DateTimeFormatter FOUR_DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'", Locale.ROOT);

    private DerWriter() {}

    /** An element with any tag of one byte. */
    static byte[] element(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
        out.write(tag);
        writeLength(out, length);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    // Below 128, the byte is the length itself. Otherwise it is the number of bytes of the length, which follow.
    private static void writeLength(ByteArrayOutputStream out, int length) {
        if (length < 0x80) {
            out.write(length);
            return;
        }
        int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
        out.write(0x80 | bytes);
        for (int at = bytes - 1; at >= 0; at--) {
            out.write(length >>> 8 * at);
        }
    }

    static byte[] sequence(byte[]... elements) {
        return element(0x30, elements);
    }

    /** A set of one element. With more elements, DER would require a certain order. */
    static byte[] set(byte[] element) {
        return element(0x31, element);
    }

    /** An element with the explicit tag {@code [number]}. */
    static byte[] tagged(int number, byte[] element) {
        return element(0xA0 | number, element);
    }

    /** Content with the implicit tag {@code [number]}, which replaces its own tag. */
    static byte[] retagged(int number, byte[] content) {
        return element(0x80 | number, content);
    }

    static byte[] bool(boolean value) {
        return element(0x01, new byte[] {(byte) (value ? 0xFF : 0)});
    }

    static byte[] integer(BigInteger value) {
        return element(0x02, value.toByteArray());
    }

    /** A bit string. The last {@code unused} bits of the last byte do not belong to it. */
    static byte[] bitString(int unused, byte[] bytes) {
        return element(0x03, new byte[] {(byte) unused}, bytes);
    }

    static byte[] octetString(byte[] bytes) {
        return element(0x04, bytes);
    }

    static byte[] utf8String(String text) {
        return element(0x0C, text.getBytes(StandardCharsets.UTF_8));
    }

    /** An object identifier such as {@code 2.5.29.17}. */
    static byte[] objectIdentifier(String dotted) {
        String[] arcs = dotted.split("\\.", -1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeArc(out, Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int at = 2; at < arcs.length; at++) {
            writeArc(out, Integer.parseInt(arcs[at]));
        }
        return element(0x06, out.toByteArray());
    }

    // Seven bits for each byte, highest bits first. All bytes but the last have the top bit set.
    private static void writeArc(ByteArrayOutputStream out, int arc) {
        for (int shift = 28; shift > 0; shift -= 7) {
            if (arc >>> shift != 0) {
                out.write(0x80 | arc >>> shift);
            }
        }
        out.write(arc & 0x7F);
    }

    /** A time, cut to seconds. */
    static byte[] time(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        boolean four = utc.getYear() >= FIRST_YEAR_OF_FOUR_DIGITS;
        String digits = (four ? FOUR_DIGITS : TWO_DIGITS).format(utc);
        return element(four ? 0x18 : 0x17, digits.getBytes(StandardCharsets.US_ASCII));
    }
}
