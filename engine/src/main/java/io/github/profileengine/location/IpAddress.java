package io.github.profileengine.location;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address. Immutable. Parsing never asks a name server: only literals are addresses. An IPv4 address
 * mapped into IPv6 ({@code ::ffff:192.0.2.1}) equals the IPv4 address.
 */
public final class IpAddress {
    private final byte[] bytes;

    private IpAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Parses an address literal: dotted IPv4, or IPv6 as in RFC 4291, without a zone. Empty if the text is neither. */
    public static Optional<IpAddress> parse(String text) {
        byte[] bytes = text.indexOf(':') < 0 ? IpLiteral.v4(text) : IpLiteral.v6(text);
        return bytes == null ? Optional.empty() : Optional.of(new IpAddress(unmapped(bytes)));
    }

    private static byte[] unmapped(byte[] bytes) {
        if (bytes.length == 4 || bytes[10] != -1 || bytes[11] != -1) {
            return bytes;
        }
        for (int at = 0; at < 10; at++) {
            if (bytes[at] != 0) {
                return bytes;
            }
        }
        return Arrays.copyOfRange(bytes, 12, 16);
    }

    /** The bytes in network order, a copy: 4 for IPv4, 16 for IPv6. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** How many bits it has: 32 or 128. */
    public int bits() {
        return bytes.length * Byte.SIZE;
    }

    /** The address with all bits after the first {@code length} cleared. */
    IpAddress prefix(int length) {
        byte[] prefix = bytes.clone();
        for (int at = 0; at < prefix.length; at++) {
            int kept = Math.max(0, Math.min(Byte.SIZE, length - at * Byte.SIZE));
            prefix[at] &= (byte) (0xFF << Byte.SIZE - kept);
        }
        return new IpAddress(prefix);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpAddress address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** IPv4 in dotted form; IPv6 as eight groups, without {@code ::}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        boolean dotted = bytes.length == 4;
        for (int at = 0; at < bytes.length; at += dotted ? 1 : 2) {
            int group = dotted ? bytes[at] & 0xFF : (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
            text.append(at == 0 ? "" : dotted ? "." : ":").append(Integer.toString(group, dotted ? 10 : 16));
        }
        return text.toString();
    }
}
