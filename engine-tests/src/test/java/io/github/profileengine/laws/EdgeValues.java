package io.github.profileengine.laws;

import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleValues;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Values, numbers, names and ids on which naive code breaks. The pools are small, so that random records collide. */
public final class EdgeValues {
    public static final String NFC = "\u00e9";
    public static final String NFD = "e\u0301";
    public static final long TWO_TO_53 = 1L << 53;

    static final List<Number> NUMBERS = List.of(
            0L,
            -0.0,
            1L,
            1,
            1.0,
            -1L,
            2L,
            0.5,
            0.1,
            -0.1,
            TWO_TO_53,
            TWO_TO_53 + 1,
            (double) TWO_TO_53,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            Long.MAX_VALUE - 1,
            0x1p63,
            -0x1p63,
            1e18,
            5e-324,
            Double.MAX_VALUE,
            -Double.MAX_VALUE,
            1e300,
            BigInteger.ONE.shiftLeft(64),
            new BigDecimal("0.10"),
            new BigDecimal(TWO_TO_53 + 1),
            new BigDecimal("1e3"),
            new AtomicLong(TWO_TO_53 + 1),
            0.1f,
            (short) 1,
            (byte) -1);

    static final List<String> TEXTS = List.of(
            "",
            "1",
            "5",
            "true",
            "null",
            "\0",
            "Aa",
            "BB",
            NFC,
            NFD,
            "__proto__",
            "\u2028\"\\\u001f",
            "\ud83d\ude00\uffff");

    static final List<List<Object>> LISTS = List.of(
            List.of(),
            List.of(1L),
            List.of(1.0),
            List.of(List.of(1)),
            Collections.singletonList(null),
            List.of("Aa", "BB", "Aa"),
            Arrays.asList(null, 0L, "", false, List.of()));

    static final List<Object> OBJECTS = List.of(
            OracleValues.objectOf(),
            OracleValues.objectOf("a", 1, "b", 2),
            OracleValues.objectOf("b", 2.0, "a", 1L),
            OracleValues.objectOf("a", OracleValues.objectOf("b", 1)),
            OracleValues.objectOf("", null, "Aa", List.of(1), "BB", "x"));

    static final List<Object> ALL = all();

    /** Each of them fails the record that holds it. */
    static final List<Object> UNSTORABLE =
            List.of("\ud800", "a\udc00b", Double.NaN, Double.POSITIVE_INFINITY, BigInteger.TEN.pow(400));

    static final List<List<String>> NAMES = List.of(
            List.of("k", "K", "j"),
            List.of(NFC, NFD, "e"),
            List.of("Aa", "BB", "AaBB"),
            List.of("", "__proto__", "hashCode"),
            List.of("a.b", "a", "\ud83d\ude00"),
            List.of("$email", "$set", "\uffff"));

    static final List<List<String>> AUTOMATIC_NAMES =
            List.of(List.of("$created", "$last_seen", "k"), List.of("$city", "$geo_source", "$last_seen"));

    static final List<List<OracleId>> USERS = List.of(
            List.of(OracleId.user("p", "Aa"), OracleId.user("p", "BB"), OracleId.user("q", "Aa")),
            List.of(OracleId.user("p", NFC), OracleId.user("p", NFD), OracleId.user(NFC, "e")),
            List.of(OracleId.user("p", "u"), OracleId.user("p", "U"), OracleId.user("p", "u ")));

    static final List<List<OracleId>> IDS = List.of(
            USERS.get(0),
            USERS.get(1),
            USERS.get(2),
            List.of(OracleId.user("p", "a"), OracleId.group("p", "a", "a"), OracleId.group("p", "a", "b")),
            List.of(OracleId.user("p", "anon"), OracleId.group("p", "anon", "0"), OracleId.user("p", "an on")));

    private EdgeValues() {}

    private static List<Object> all() {
        List<Object> all = new ArrayList<>(NUMBERS);
        all.addAll(TEXTS);
        all.addAll(LISTS);
        all.addAll(OBJECTS);
        all.addAll(Arrays.asList(null, true, false, null));
        return Collections.unmodifiableList(all);
    }
}
