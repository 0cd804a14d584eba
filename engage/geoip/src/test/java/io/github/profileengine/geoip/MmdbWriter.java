package io.github.profileengine.geoip;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes databases in version 2.0 of MaxMind's format: a search tree of 24-bit records, sixteen zero bytes, the
 * records, and the metadata. Ranges must not overlap.
 */
final class MmdbWriter {
    private static final byte[] MARKER = "\u00ab\u00cd\u00efMaxMind.com".getBytes(StandardCharsets.ISO_8859_1);

    private final int ipVersion;
    private final List<int[]> nodes = new ArrayList<>();
    private final ByteArrayOutputStream records = new ByteArrayOutputStream();

    /**
     * The value of a record of the tree: 0 for nothing, a positive number for a node, a negative one for offset -1 - n.
     */
    MmdbWriter(int ipVersion) {
        this.ipVersion = ipVersion;
        nodes.add(new int[2]);
    }

    /** Adds the range of the first {@code length} bits of an address; IPv4 goes below {@code ::/96} in an IPv6 tree. */
    MmdbWriter put(byte[] address, int length, Object value) {
        byte[] bits = address;
        int depth = length;
        if (ipVersion == 6 && address.length == 4) {
            bits = new byte[16];
            System.arraycopy(address, 0, bits, 12, 4);
            depth += 96;
        }
        int node = 0;
        for (int at = 0; at < depth - 1; at++) {
            int[] records = nodes.get(node);
            int side = bit(bits, at);
            if (records[side] == 0) {
                nodes.add(new int[2]);
                records[side] = nodes.size() - 1;
            }
            node = records[side];
        }
        nodes.get(node)[bit(bits, depth - 1)] = -1 - records.size();
        write(records, value);
        return this;
    }

    private static int bit(byte[] bytes, int at) {
        return bytes[at / 8] >> (7 - at % 8) & 1;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int[] node : nodes) {
            for (int record : node) {
                int pointer = record > 0 ? record : nodes.size() + (record == 0 ? 0 : 16 - 1 - record);
                writeNumber(out, pointer, 3);
            }
        }
        out.writeBytes(new byte[16]);
        out.writeBytes(records.toByteArray());
        out.writeBytes(MARKER);
        write(out, metadata());
        return out.toByteArray();
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new TreeMap<>();
        metadata.put("binary_format_major_version", (short) 2);
        metadata.put("binary_format_minor_version", (short) 0);
        metadata.put("build_epoch", 1_767_225_600L);
        metadata.put("database_type", "Test-City");
        metadata.put("description", Map.of("en", "places of a test"));
        metadata.put("ip_version", (short) ipVersion);
        metadata.put("languages", List.of("en"));
        metadata.put("node_count", nodes.size());
        metadata.put("record_size", (short) 24);
        return metadata;
    }

    /** Short, Integer and Long become the unsigned types of 16, 32 and 64 bits. */
    private static void write(ByteArrayOutputStream out, Object value) {
        if (value instanceof Map<?, ?> map) {
            writeControl(out, 7, map.size());
            map.forEach((key, held) -> {
                write(out, key);
                write(out, held);
            });
        } else if (value instanceof List<?> list) {
            writeControl(out, 11, list.size());
            list.forEach(held -> write(out, held));
        } else if (value instanceof String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            writeControl(out, 2, utf8.length);
            out.writeBytes(utf8);
        } else if (value instanceof Boolean truth) {
            writeControl(out, 14, truth ? 1 : 0);
        } else if (value instanceof Double number) {
            writeControl(out, 3, 8);
            writeNumber(out, Double.doubleToLongBits(number), 8);
        } else {
            int bytes = value instanceof Short ? 2 : value instanceof Integer ? 4 : 8;
            writeControl(out, bytes == 2 ? 5 : bytes == 4 ? 6 : 9, bytes);
            writeNumber(out, ((Number) value).longValue(), bytes);
        }
    }

    // Types above 7 have a second byte, sizes from 29 on another after it; ours stay below 285.
    private static void writeControl(ByteArrayOutputStream out, int type, int size) {
        out.write((type > 7 ? 0 : type << 5) | Math.min(size, 29));
        if (type > 7) {
            out.write(type - 7);
        }
        if (size >= 29) {
            out.write(size - 29);
        }
    }

    private static void writeNumber(ByteArrayOutputStream out, long number, int bytes) {
        for (int at = bytes - 1; at >= 0; at--) {
            out.write((int) (number >> 8 * at));
        }
    }
}
