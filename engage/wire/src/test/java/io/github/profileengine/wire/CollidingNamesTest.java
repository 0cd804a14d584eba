package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.profile.CanonicalRecord;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Names of eight letters that collide in the parser's table, whatever its seed. After some hundred, each further name
 * would be compared with all before it. So the table gives up, and the text is read without it.
 */
class CollidingNamesTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final int INVERSE_OF_33 = 0x3E0F83E1;
    private static final int COUNT = 2_000;

    private final Map<String, Long> values = values();

    private static Map<String, Long> values() {
        Map<String, Long> values = new LinkedHashMap<>();
        for (String name : names()) {
            values.put(name, (long) values.size());
        }
        return values;
    }

    // The parser computes a hash of the first four bytes, adds 33 times the last four, and only then uses its seed.
    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (int number = 0; names.size() < COUNT; number++) {
            byte[] first = new byte[4];
            int rest = number;
            for (int at = 0; at < 4; at++) {
                first[at] = (byte) LETTERS.charAt(rest % LETTERS.length());
                rest /= LETTERS.length();
            }
            int hash = ByteBuffer.wrap(first).getInt();
            hash += hash >>> 15;
            hash ^= hash >>> 9;
            byte[] last = ByteBuffer.allocate(4)
                    .putInt((0x5A5A5A5A - hash) * INVERSE_OF_33)
                    .array();
            if (isText(last)) {
                names.add(new String(first, StandardCharsets.US_ASCII) + new String(last, StandardCharsets.US_ASCII));
            }
        }
        return names;
    }

    private static boolean isText(byte[] bytes) {
        for (byte one : bytes) {
            if (one <= ' ' || one > 'z' || one == '"' || one == '\\') {
                return false;
            }
        }
        return true;
    }

    @Test
    void names_ofTheFloodAreRefusedByTheTable() {
        byte[] text = Records.utf8(CanonicalRecord.of(Profile.of(ProfileId.user("p", "u"), values)));
        assertThatThrownBy(() -> {
                    try (JsonParser parser = new ParserSource(10).over(text, 0, text.length)) {
                        while (parser.nextToken() != null) {
                            // Reads to the end.
                        }
                    }
                })
                .isInstanceOf(StreamConstraintsException.class);
    }

    @Test
    void read_record_isReadAllTheSame() {
        String flood = record(set(values.keySet()));
        List<DecodedRecord> records = Records.of(flood + "\n" + flood.replace("\"u\"", "\"v\"") + "\n");

        assertThat(records).hasSize(2).allSatisfy(record -> isRead(record, values));
    }

    /** A half pair is also found after the flood, by the reader that takes over. */
    @Test
    void read_nameWithAHalfPair_isRefused() {
        String inside = set(values.keySet()).replaceFirst("}$", ",\"\\\\ud800\":1}");
        String outside = record(set(values.keySet())).replaceFirst("}$", ",\"\\\\ud800\":1}");
        assertThat(Records.of(record(inside) + "\n" + outside))
                .hasSize(2)
                .allSatisfy(record -> assertThat(record)
                        .isInstanceOfSatisfying(
                                DecodedRecord.Invalid.class,
                                invalid -> assertThat(invalid.message()).contains("unpaired surrogate")));
    }

    /** Some libraries escape all that is not ASCII. Parsers look at names in groups of four bytes. */
    @Test
    void read_nameWithAnEscapedPair_isTheName() {
        for (int before = 0; before < 14; before++) {
            String name = "n".repeat(before) + "\ud83d\ude00";
            String escaped = "n".repeat(before) + "\\ud83d\\ude00";
            String flood = set(values.keySet()).replaceFirst("}$", ",\"" + escaped.replace("\\", "\\\\") + "\":7}");
            Map<String, Long> both = new LinkedHashMap<>(values);
            both.put(name, 7L);
            isRead(Records.one(record("{\"" + escaped + "\":7}")), Map.of(name, 7L));
            isRead(Records.one(record(flood)), both);
        }
    }

    /** Later readers, with other names, must not use the table that gave up. */
    @Test
    void read_recordsAfterTheFlood_areReadAllTheSame() {
        List<String> flood = new ArrayList<>(values.keySet());
        String last = flood.remove(flood.size() - 1);
        StringBuilder lines = new StringBuilder();
        for (int round = 0; round < 3; round++) {
            lines.append(record(set(flood))).append('\n');
            lines.append(record(set(List.of("other" + round, last)))).append('\n');
            lines.append('[').append(record(set(flood))).append(',').append(record(set(List.of(last, "more" + round))));
            lines.append(',').append(record(set(List.of("most" + round)))).append("]\n");
        }
        Random random = new Random(1);
        for (int honest = 0; honest < 500; honest++) {
            lines.append(record(set(List.of("name" + random.nextInt(), "n" + random.nextInt(100_000)))))
                    .append('\n');
        }
        List<DecodedRecord> records = Records.of(lines.toString());

        assertThat(records)
                .hasSize(3 * 5 + 500)
                .allSatisfy(record -> assertThat(record).isInstanceOf(DecodedRecord.Valid.class));
    }

    private static void isRead(DecodedRecord record, Map<String, Long> values) {
        assertThat(record)
                .isInstanceOfSatisfying(
                        DecodedRecord.Valid.class,
                        valid -> assertThat(valid.update().operations().get(0).operand())
                                .isEqualTo(values));
    }

    private static String record(String set) {
        return "{\"$token\":\"p\",\"$distinct_id\":\"u\",\"$set\":" + set + "}";
    }

    private String set(Collection<String> names) {
        StringBuilder set = new StringBuilder();
        for (String name : names) {
            set.append(set.length() == 0 ? "{\"" : ",\"").append(name).append("\":");
            set.append(values.getOrDefault(name, 0L));
        }
        return set.append('}').toString();
    }
}
