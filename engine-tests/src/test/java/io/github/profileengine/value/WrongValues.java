package io.github.profileengine.value;

import static java.util.stream.Collectors.joining;

import io.github.profileengine.laws.RandomValues;
import io.github.profileengine.laws.Wrong;
import io.github.profileengine.oracle.OracleJson;
import io.github.profileengine.oracle.OracleValues;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Deliberately wrong values, with keys as in {@link Wrong}. Each is kept, compared, written or read with one mistake.
 */
final class WrongValues {
    /** Down, as the greatest number would become infinite otherwise. */
    private static final MathContext FIFTEEN_DIGITS = new MathContext(15, RoundingMode.DOWN);

    private WrongValues() {}

    static List<Wrong<ValuesUnderTest>> all() {
        Map<String, ValuesUnderTest> all = new LinkedHashMap<>();
        all.put("l74: numbers are compared as doubles", new ComparedAs(WrongValues::inDoubles));
        all.put("l74: what is spelled alike is equal", new ComparedAs(String::valueOf));
        all.put("l74: the types of Java's numbers count", new KeptAs(RandomValues::fresh));
        all.put("l74: the order of names counts", new ComparedInOrder());
        all.put("l74: the hash is that of the instance", new HashedByInstance());
        all.put("l76: integers are written as doubles", new WrittenAs(kept -> CanonicalText.of(inDoubles(kept))));
        all.put(
                "l76: doubles are written with fifteen digits",
                new WrittenAs(kept -> CanonicalText.of(mapped(kept, WrongValues::shortened))));
        all.put("l76: only Latin-1 is written", new WrittenAs(kept -> {
            byte[] bytes = CanonicalText.of(kept).getBytes(StandardCharsets.ISO_8859_1);
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }));
        all.put(
                "l76: numbers are read as doubles",
                new ReadAs(text -> OracleValues.canonical(inDoubles(OracleJson.value(text)))));
        all.put(
                "l76: a text ends for the reader at NUL",
                new ReadAs(text -> mapped(OracleJson.value(text), WrongValues::untilNul)));
        all.put("l77: names are in the order in which they came", new InOrder());
        all.put(
                "l77: names are in the order of their UTF-16",
                new WrittenAs(kept -> written(kept, TreeMap::new, CanonicalText::of)));
        all.put("l77: a number has two spellings", new TwoSpellings());
        return Wrong.all(all);
    }

    // --- mistakes of single values

    private static Object inDoubles(Object value) {
        return mapped(value, leaf -> leaf instanceof Long whole ? (Object) whole.doubleValue() : leaf);
    }

    private static Object shortened(Object leaf) {
        return leaf instanceof Double real
                ? new BigDecimal(real).round(FIFTEEN_DIGITS).doubleValue()
                : leaf;
    }

    private static Object untilNul(Object leaf) {
        return leaf instanceof String text && text.indexOf('\0') >= 0 ? text.substring(0, text.indexOf('\0')) : leaf;
    }

    /** A copy in which all values inside lists and objects are replaced; names stay in their order. */
    private static Object mapped(Object value, UnaryOperator<Object> leaf) {
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(mapped(element, leaf)));
            return copy;
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((name, element) -> copy.put(name, mapped(element, leaf)));
            return copy;
        }
        return leaf.apply(value);
    }

    /** Text of a value, with the names of each object in an order, and other values spelled in a way. */
    private static String written(
            Object value, UnaryOperator<Map<Object, Object>> order, Function<Object, String> spelling) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(element -> written(element, order, spelling))
                    .collect(joining(",", "[", "]"));
        } else if (value instanceof Map<?, ?> map) {
            return order.apply(new LinkedHashMap<>(map)).entrySet().stream()
                    .map(entry -> CanonicalText.of(entry.getKey()) + ":" + written(entry.getValue(), order, spelling))
                    .collect(joining(",", "{", "}"));
        }
        return spelling.apply(value);
    }

    // --- where the mistake is made

    private static final class KeptAs extends ValuesUnderTest {
        private final UnaryOperator<Object> copy;

        KeptAs(UnaryOperator<Object> copy) {
            this.copy = copy;
        }

        @Override
        Object kept(Object value) {
            return copy.apply(value);
        }
    }

    private static final class ComparedAs extends ValuesUnderTest {
        private final UnaryOperator<Object> view;

        ComparedAs(UnaryOperator<Object> view) {
            this.view = view;
        }

        @Override
        boolean equal(Object a, Object b) {
            return Objects.equals(view.apply(a), view.apply(b));
        }

        @Override
        int hash(Object kept) {
            return Objects.hashCode(view.apply(kept));
        }
    }

    private static final class HashedByInstance extends ValuesUnderTest {
        @Override
        int hash(Object kept) {
            return System.identityHashCode(kept);
        }
    }

    private static final class WrittenAs extends ValuesUnderTest {
        private final Function<Object, String> writer;

        WrittenAs(Function<Object, String> writer) {
            this.writer = writer;
        }

        @Override
        String text(Object kept) {
            return writer.apply(kept);
        }
    }

    private static final class ReadAs extends ValuesUnderTest {
        private final Function<String, Object> reader;

        ReadAs(Function<String, Object> reader) {
            this.reader = reader;
        }

        @Override
        Object read(String text) {
            return reader.apply(text);
        }
    }

    private static class InOrder extends ValuesUnderTest {
        @Override
        Object kept(Object value) {
            return mapped(value, OracleValues::canonical);
        }

        @Override
        String text(Object kept) {
            return written(kept, names -> names, CanonicalText::of);
        }
    }

    private static final class ComparedInOrder extends InOrder {
        @Override
        boolean equal(Object a, Object b) {
            return text(a).equals(text(b));
        }

        @Override
        int hash(Object kept) {
            return text(kept).hashCode();
        }
    }

    /** Keeps the numbers that came, and writes them as they came, although it compares them rightly. */
    private static final class TwoSpellings extends ValuesUnderTest {
        @Override
        Object kept(Object value) {
            return RandomValues.fresh(value);
        }

        @Override
        boolean equal(Object a, Object b) {
            return super.equal(super.kept(a), super.kept(b));
        }

        @Override
        int hash(Object kept) {
            return super.hash(super.kept(kept));
        }

        @Override
        String text(Object kept) {
            return written(
                    kept, TreeMap::new, leaf -> leaf instanceof Number ? leaf.toString() : CanonicalText.of(leaf));
        }
    }
}
