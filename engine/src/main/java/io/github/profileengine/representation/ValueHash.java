package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/** Seeded hash of canonical values: equal values have equal hashes within one JVM run. */
final class ValueHash {
    private ValueHash() {}

    static int of(@Nullable Object value) {
        if (value instanceof String text) {
            return HashSeed.hash(text);
        } else if (value instanceof Long integer) {
            return HashSeed.hash(integer);
        } else if (value instanceof Double real) {
            return HashSeed.combine(1, HashSeed.hash(Double.doubleToRawLongBits(real)));
        } else if (value instanceof ListValue list) {
            return of(list);
        } else if (value instanceof ObjectValue object) {
            return of(object);
        }
        return value == null ? 2 : value.hashCode();
    }

    private static int of(ListValue list) {
        int hash = 3;
        for (int at = 0; at < list.size(); at++) {
            hash = HashSeed.combine(hash, of(list.element(at)));
        }
        return hash;
    }

    private static int of(ObjectValue object) {
        int hash = 4;
        for (int at = 0; at < object.size(); at++) {
            hash = HashSeed.combine(hash, object.name(at).hash());
            hash = HashSeed.combine(hash, of(object.value(at)));
        }
        return hash;
    }
}
