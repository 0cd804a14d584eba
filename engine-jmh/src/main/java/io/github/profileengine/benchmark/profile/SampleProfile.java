package io.github.profileengine.benchmark.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A profile with a given number of properties, and the operands of its updates: the same in every JVM. */
final class SampleProfile {
    /** More values than a profile has properties, so that a name never gets the value that it holds. */
    static final int VALUES = 1024;

    static final int ABSENT_NAMES = 8;

    private static final List<String> WORDS = List.of(
            "plan",
            "$email",
            "lifetime_value",
            "commits",
            "$name",
            "score",
            "visits",
            "$city",
            "rate",
            "seats",
            "last_subject",
            "ratio",
            "errors",
            "first_area",
            "balance",
            "days_active");

    private final List<String> names = new ArrayList<>();
    private final List<String> absentNames = new ArrayList<>();
    private final Map<String, Object> properties = new LinkedHashMap<>();

    SampleProfile(int size) {
        for (int i = 0; i < size; i++) {
            names.add(name(i));
            properties.put(name(i), stored(i));
        }
        for (int i = size; i < size + ABSENT_NAMES; i++) {
            absentNames.add(name(i));
        }
        Collections.shuffle(names, new Random(size));
    }

    /** The names in a fixed shuffled order: in sorted order a search would be too predictable. */
    List<String> names() {
        return names;
    }

    List<String> integerNames() {
        return names.stream()
                .filter(name -> properties.get(name) instanceof Long)
                .toList();
    }

    List<String> absentNames() {
        return absentNames;
    }

    Map<String, Object> properties() {
        return properties;
    }

    /** Texts and integers, none equal to a stored value or to each other. */
    static Object[] freshValues() {
        Object[] values = new Object[VALUES];
        for (int i = 0; i < VALUES; i++) {
            values[i] = i % 5 < 3 ? "a value of some length " + i : (Object) Long.valueOf(1_000_000_007L * (i + 1));
        }
        return values;
    }

    static Long[] freshIntegers() {
        Long[] values = new Long[VALUES];
        for (int i = 0; i < VALUES; i++) {
            values[i] = 1_000L + i;
        }
        return values;
    }

    private static String name(int i) {
        String word = WORDS.get(i % WORDS.size());
        return i < WORDS.size() ? word : word + "_" + i / WORDS.size();
    }

    private static Object stored(int i) {
        return switch (i % 3) {
            case 0 -> Long.valueOf(10_000L + i);
            case 1 -> "stored text " + i;
            default -> Double.valueOf(i + 0.5);
        };
    }
}
