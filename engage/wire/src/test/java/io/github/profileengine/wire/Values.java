package io.github.profileengine.wire;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary names, values and objects, mostly from a small pool of edge cases. */
final class Values {

    private Values() {}

    static Arbitrary<String> names() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "a",
                        "b",
                        "",
                        "$ip",
                        "$city",
                        "__proto__",
                        "a.b",
                        "\u0000",
                        "e\u0301",
                        "\u00e9",
                        "\uffff",
                        "\ud83d\ude00",
                        "\"\\/",
                        "\u2028",
                        "Aa",
                        "BB"),
                texts());
    }

    /** Any text without an unpaired surrogate. */
    static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMaxLength(12).map(text -> text.replaceAll("\\p{Cs}", "?"));
    }

    static Arbitrary<Object> values() {
        Arbitrary<Object> scalars = Arbitraries.oneOf(
                Arbitraries.of(
                        0L,
                        1L,
                        -1L,
                        9007199254740993L,
                        Long.MAX_VALUE,
                        Long.MIN_VALUE,
                        0.1,
                        1e21,
                        1e-7,
                        Double.MIN_VALUE,
                        Double.MAX_VALUE,
                        0x1p63,
                        -1.5,
                        true,
                        false),
                names().map(name -> (Object) name),
                Arbitraries.doubles().filter(Double::isFinite).map(number -> (Object) number),
                Arbitraries.longs().map(number -> (Object) number),
                Arbitraries.just((Object) "\ud800\udc00").injectNull(0.3));
        return Arbitraries.recursive(
                () -> scalars,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(list -> (Object) list),
                        objects(inner).map(object -> (Object) object)),
                0,
                3);
    }

    static Arbitrary<Map<String, Object>> objects() {
        return objects(values());
    }

    private static Arbitrary<Map<String, Object>> objects(Arbitrary<Object> values) {
        Arbitrary<List<Object>> some = values.list().ofMaxSize(4);
        return Combinators.combine(names().list().uniqueElements().ofMaxSize(4), some)
                .as((names, list) -> {
                    Map<String, Object> object = new java.util.LinkedHashMap<>();
                    for (int i = 0; i < Math.min(names.size(), list.size()); i++) {
                        object.put(names.get(i), list.get(i));
                    }
                    return object;
                });
    }
}
