package io.github.profileengine.laws;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Values for laws: an edge value seven times out of ten, a free one otherwise. Every answer is a fresh mutable copy.
 */
public final class RandomValues {
    private static final int EDGE_PERCENT = 70;

    private final Random random;

    public RandomValues(Random random) {
        this.random = random;
    }

    public boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    public <T> T of(List<? extends T> pool) {
        return pool.get(random.nextInt(pool.size()));
    }

    public void shuffle(List<?> list) {
        Collections.shuffle(list, random);
    }

    /** Any storable value. */
    public Object value() {
        return percent(EDGE_PERCENT) ? fresh(of(EdgeValues.ALL)) : free(2);
    }

    public Number number() {
        if (percent(EDGE_PERCENT)) {
            return of(EdgeValues.NUMBERS);
        }
        return switch (random.nextInt(5)) {
            case 0 -> (long) random.nextInt(7) - 3;
            case 1 -> random.nextLong();
            case 2 -> new BigInteger(66, random).subtract(BigInteger.ONE.shiftLeft(65));
            case 3 -> (random.nextInt(2_001) - 1_000) / 10.0;
            default -> finite();
        };
    }

    private double finite() {
        double any = Double.longBitsToDouble(random.nextLong());
        return Double.isNaN(any) || Double.isInfinite(any) ? random.nextGaussian() : any;
    }

    public String text() {
        if (percent(EDGE_PERCENT)) {
            return of(EdgeValues.TEXTS);
        }
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            int any = percent(70) ? 32 + random.nextInt(96) : random.nextInt(0x11_0000);
            text.appendCodePoint(any >= 0xd800 && any < 0xe000 ? 'x' : any);
        }
        return text.toString();
    }

    /** Up to five values of the small pool, so that equal elements meet. */
    public List<Object> list() {
        List<Object> list = new ArrayList<>();
        int size = random.nextInt(6);
        for (int i = 0; i < size; i++) {
            list.add(!list.isEmpty() && percent(30) ? fresh(of(list)) : value());
        }
        return list;
    }

    public Map<String, Object> object(List<String> names) {
        Map<String, Object> object = new LinkedHashMap<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            object.put(of(names), value());
        }
        return object;
    }

    private Object free(int depth) {
        int kind = random.nextInt(depth == 0 ? 3 : 5);
        if (kind == 0) {
            return text();
        } else if (kind == 1) {
            return number();
        } else if (kind == 2) {
            return percent(50);
        }
        List<Object> list = new ArrayList<>();
        Map<String, Object> object = new LinkedHashMap<>();
        int size = random.nextInt(4);
        for (int i = 0; i < size; i++) {
            Object child = percent(EDGE_PERCENT) ? fresh(of(EdgeValues.ALL)) : free(depth - 1);
            list.add(child);
            object.put(text(), child);
        }
        return kind == 3 ? list : object;
    }

    /** A deep copy that keeps the Java types of numbers. */
    public static Object fresh(Object value) {
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(fresh(element)));
            return copy;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, Object> copy = new LinkedHashMap<>();
            map.forEach((name, element) -> copy.put((String) name, fresh(element)));
            return copy;
        }
        return value;
    }
}
