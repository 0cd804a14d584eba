package io.github.profileengine.location;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads address literals. The JDK's own parser asks a name server for every text that it does not take for a literal.
 */
final class IpLiteral {
    private static final int V6_GROUPS = 8;

    private IpLiteral() {}

    /**
     * Four bytes; null unless the text is four decimal numbers up to 255, without leading zeros, which some read as
     * octal.
     */
    static byte @Nullable [] v4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        byte[] bytes = new byte[4];
        for (int at = 0; at < 4; at++) {
            int number = number(parts[at], 10, 3);
            if (number < 0 || number > 255 || parts[at].length() > 1 && parts[at].charAt(0) == '0') {
                return null;
            }
            bytes[at] = (byte) number;
        }
        return bytes;
    }

    /**
     * Sixteen bytes; null unless the text is groups of hex digits, with at most one {@code ::} for zeros, perhaps with
     * IPv4 at the end.
     */
    static byte @Nullable [] v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            List<Integer> groups = groups(text, true);
            return groups == null || groups.size() != V6_GROUPS ? null : bytes(groups, List.of());
        }
        List<Integer> head = groups(text.substring(0, gap), false);
        List<Integer> tail = groups(text.substring(gap + 2), true);
        if (head == null || tail == null || head.size() + tail.size() >= V6_GROUPS) {
            return null;
        }
        return bytes(head, tail);
    }

    private static @Nullable List<Integer> groups(String text, boolean mayEndDotted) {
        List<Integer> groups = new ArrayList<>();
        if (text.isEmpty()) {
            return groups;
        }
        String[] parts = text.split(":", -1);
        for (int at = 0; at < parts.length; at++) {
            boolean dotted = mayEndDotted && at == parts.length - 1 && parts[at].indexOf('.') >= 0;
            byte[] four = dotted ? v4(parts[at]) : null;
            int group = number(parts[at], 16, 4);
            if (four != null) {
                groups.add((four[0] & 0xFF) << 8 | four[1] & 0xFF);
                groups.add((four[2] & 0xFF) << 8 | four[3] & 0xFF);
            } else if (group >= 0) {
                groups.add(group);
            } else {
                return null;
            }
        }
        return groups;
    }

    private static byte[] bytes(List<Integer> head, List<Integer> tail) {
        byte[] bytes = new byte[2 * V6_GROUPS];
        for (int at = 0; at < head.size(); at++) {
            put(bytes, at, head.get(at));
        }
        for (int at = 0; at < tail.size(); at++) {
            put(bytes, V6_GROUPS - tail.size() + at, tail.get(at));
        }
        return bytes;
    }

    private static void put(byte[] bytes, int group, int value) {
        bytes[2 * group] = (byte) (value >> 8);
        bytes[2 * group + 1] = (byte) value;
    }

    // The number; -1 if the text is empty, longer than maxDigits, or contains anything but ASCII digits.
    private static int number(String digits, int radix, int maxDigits) {
        if (digits.isEmpty() || digits.length() > maxDigits) {
            return -1;
        }
        int number = 0;
        for (int at = 0; at < digits.length(); at++) {
            int digit = digits.charAt(at) < 0x80 ? Character.digit(digits.charAt(at), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }
}
