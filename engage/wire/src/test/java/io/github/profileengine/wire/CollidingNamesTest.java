package io.github.profileengine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.profile.CanonicalRecord;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Names of eight letters that collide in the parser's table whatever its seed. It gives up after some hundred, where
 * each further name would be compared with all before, and the text is read without the table.
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

    // The parser adds 33 times the last four bytes to what it makes of the first four, and only then its seed.
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
                            // Reads on.
                        }
                    }
                })
                .isInstanceOf(StreamConstraintsException.class);
    }

    @Test
    void read_record_isReadAllTheSame() {
        String record = "{\"$token\":\"p\",\"$distinct_id\":\"u\",\"$set\":" + set() + "}";
        String half = "{\"\\ud800\":1,\"$token\":\"p\",\"$distinct_id\":\"u\",\"$set\":" + set() + "}";
        String deepHalf = "{\"$token\":\"p\",\"$distinct_id\":\"u\",\"$set\":{\"\\ud800\":" + set() + "}}";
        List<DecodedRecord> records =
                Records.of(record + "\n" + half + "\n" + deepHalf + "\n" + record.replace("\"u\"", "\"v\""));

        assertThat(records).hasSize(4);
        for (int good : new int[] {0, 3}) {
            assertThat(records.get(good))
                    .isInstanceOfSatisfying(
                            DecodedRecord.Valid.class,
                            valid -> assertThat(
                                            valid.update().operations().get(0).operand())
                                    .isEqualTo(values));
        }
        for (int bad : new int[] {1, 2}) {
            assertThat(records.get(bad))
                    .isInstanceOfSatisfying(
                            DecodedRecord.Invalid.class,
                            invalid -> assertThat(invalid.message()).contains("unpaired surrogate"));
        }
    }

    private String set() {
        StringBuilder set = new StringBuilder();
        values.forEach((name, value) -> set.append(set.length() == 0 ? "{\"" : ",\"")
                .append(name)
                .append("\":")
                .append(value));
        return set.append('}').toString();
    }
}
