package io.github.profileengine.benchmark.apply;

import java.util.List;
import java.util.Random;

/**
 * Records that exercise every rule: few ids and names, all operators, values of all types, odd numbers, groups, flags,
 * and some records that must be rejected. Each is one line of well-formed JSON. The same seed gives the same text.
 */
final class OddRecords {
    private static final List<String> VALUES = List.of(
            "0",
            "1",
            "-1",
            "2",
            "7.0",
            "1e0",
            "-0.0",
            "0.1",
            "0.2",
            "1.5",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "1e300",
            "-1e300",
            "1.7976931348623157e308",
            "\"\"",
            "\"a\"",
            "\"A\"",
            "\"7\"",
            "\"\\u00e9\"",
            "\"e\\u0301\"",
            "\"\\ud83d\\ude00\"",
            "true",
            "false",
            "null",
            "[]",
            "[1]",
            "[1,1.0,\"1\"]",
            "[[1],[1]]",
            "[\"a\",\"b\",\"a\"]",
            "[null,null]",
            "{}",
            "{\"x\":1}",
            "{\"x\":1.0,\"y\":null}",
            "{\"y\":{\"z\":[]},\"x\":\"\"}",
            "[{\"x\":1},{\"x\":1}]");

    private static final List<String> REFUSED_VALUES = List.of("1e400", "\"\\ud800\"", "[\"\\udc00\"]");

    private static final List<String> NAMES =
            List.of("a", "b", "c", "", "a.b", "__proto__", "$email", "$created", "$last_seen", "$ip", "\\u00e9");

    private static final List<String> OPERATORS =
            List.of("$set", "$set_once", "$merge", "$add", "$union", "$append", "$remove");

    private static final List<String> TIMES = List.of(
            "0",
            "1360984543",
            "1360984543.9",
            "-1.5",
            "1360984543123",
            "99999999999",
            "\"2020-02-29\"",
            "\"2020-02-29T23:59:59\"",
            "\"2020-02-29 01:02:03.5Z\"",
            "\"2020-02-29T01:02:03+05:30\"",
            "null");

    private static final List<String> BAD_TIMES =
            List.of("\"2020-02-30\"", "\"2020-02-29T23:59:60Z\"", "true", "\"\"", "\"soon\"", "1e18", "[]");

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    private OddRecords(long seed) {
        random = new Random(seed);
    }

    static String ndjson(long seed, int records) {
        OddRecords odd = new OddRecords(seed);
        for (int i = 0; i < records; i++) {
            odd.record();
        }
        return odd.out.toString();
    }

    private void record() {
        boolean group = oneIn(8);
        out.append("{\"$token\":").append(oneIn(50) ? "\"\"" : "\"t" + random.nextInt(2) + '"');
        if (group) {
            out.append(",\"$group_key\":\"k\",\"$group_id\":").append(id());
        }
        if (!group || oneIn(20)) {
            out.append(",\"$distinct_id\":").append(id());
        }
        if (oneIn(2)) {
            out.append(",\"$time\":").append(pick(oneIn(50) ? BAD_TIMES : TIMES));
        }
        flag("$ignore_time");
        flag("$ignore_alias");
        if (oneIn(30)) {
            out.append(",\"$device_id\":").append(pick(VALUES));
        }
        if (oneIn(60)) {
            out.append(",\"$later\":").append(pick(VALUES));
        }
        operators();
        out.append("}\n");
    }

    private void operators() {
        if (oneIn(100)) {
            // Alone in its record: a tree no longer holds a value that
            // a repeated name has replaced, and so could not reject it.
            out.append(",\"")
                    .append(pick(OPERATORS))
                    .append("\":{\"")
                    .append(pick(NAMES))
                    .append("\":");
            out.append(pick(REFUSED_VALUES)).append('}');
            return;
        }
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            operator();
        }
    }

    private void flag(String name) {
        if (oneIn(10)) {
            out.append(",\"").append(name).append("\":").append(pick(VALUES));
        }
    }

    private String id() {
        return switch (random.nextInt(40)) {
            case 0 -> pick(VALUES);
            case 1 -> "7.0";
            default -> "\"id" + random.nextInt(12) + '"';
        };
    }

    private void operator() {
        switch (random.nextInt(30)) {
            case 0 -> out.append(",\"$delete\":").append(pick(VALUES));
            case 1, 2 -> out.append(",\"$unset\":").append(unset());
            case 3 -> operator(pick(VALUES));
            default -> operator(named());
        }
    }

    private void operator(String operand) {
        out.append(",\"").append(pick(OPERATORS)).append("\":").append(operand);
    }

    private String unset() {
        return oneIn(10)
                ? pick(VALUES)
                : "[\"" + pick(NAMES.subList(0, 9)) + "\",\"" + pick(NAMES.subList(0, 9)) + "\"]";
    }

    private String named() {
        StringBuilder object = new StringBuilder("{");
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            object.append(i == 0 ? "\"" : ",\"")
                    .append(pick(NAMES))
                    .append("\":")
                    .append(pick(VALUES));
        }
        return object.append('}').toString();
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
