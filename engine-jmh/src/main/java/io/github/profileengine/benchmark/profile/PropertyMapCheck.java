package io.github.profileengine.benchmark.profile;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fails unless an implementation gives the same results as a plain map of the JDK, for every operation and name.
 *
 * <p>Comparing with a plain map, and not with our profile, keeps our classes out of a JVM that measures a peer.
 */
final class PropertyMapCheck {
    private PropertyMapCheck() {}

    static void check(PropertyMap<Object> map, SampleProfile sample) {
        Object[] values = SampleProfile.freshValues();
        Long[] integers = SampleProfile.freshIntegers();
        int next = 0;
        for (String name : sample.names()) {
            Object value = values[next++];
            check("set", sample, with(sample, name, value), map, map.set(start(map, sample), name, value));
            check("setOnce", sample, sample.properties(), map, map.setOnce(start(map, sample), name, value));
            Map<String, Object> without = new LinkedHashMap<>(sample.properties());
            without.remove(name);
            check("unset", sample, without, map, map.unset(start(map, sample), name));
        }
        for (String name : sample.absentNames()) {
            Object value = values[next++];
            check("setOnce", sample, with(sample, name, value), map, map.setOnce(start(map, sample), name, value));
        }
        for (String name : sample.integerNames()) {
            Long operand = integers[next++];
            Object sum = PropertyMap.sum(sample.properties().get(name), operand);
            check("add", sample, with(sample, name, sum), map, map.add(start(map, sample), name, operand));
        }
    }

    static void check(
            String operation,
            SampleProfile sample,
            Map<String, Object> expected,
            PropertyMap<Object> map,
            Object after) {
        Map<String, Object> actual = map.content(after);
        if (!expected.equals(actual)) {
            throw new IllegalStateException(map.getClass().getSimpleName() + ", " + operation + " at "
                    + sample.properties().size() + " properties gives " + actual + ", not " + expected);
        }
    }

    private static Object start(PropertyMap<Object> map, SampleProfile sample) {
        return map.of(sample.properties());
    }

    private static Map<String, Object> with(SampleProfile sample, String name, Object value) {
        Map<String, Object> properties = new LinkedHashMap<>(sample.properties());
        properties.put(name, value);
        return properties;
    }
}
