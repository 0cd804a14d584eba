package io.github.profileengine.representation;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for names, from 1, so that a profile whose {@link Shape} is not shared can store its names in few bytes.
 * Bounded, because names come from outside: the first short names that ask get a number, and keep it. Numbers differ
 * between runs and are never shown outside.
 */
final class NameNumbers {
    /** Of all names of this run, each in two bytes. */
    static final NameNumbers SHARED = new NameNumbers(0xFFFF);

    static final int NONE = -1;

    private final ConcurrentMap<Name, Integer> numbers = new ConcurrentHashMap<>();
    private final AtomicReferenceArray<@Nullable Name> names;
    // The hash of each number's name. Written before the number is given out, so whoever has that sees it.
    private final int[] hashes;
    private final AtomicInteger next = new AtomicInteger(1);

    /** So many numbers, none of them given out yet. */
    NameNumbers(int most) {
        names = new AtomicReferenceArray<>(most + 1);
        hashes = new int[most + 1];
    }

    /**
     * The number of a name, which gets one now if it has none yet; {@link #NONE} if it is long or no number is left.
     */
    int numberOf(Name name) {
        if (!name.isShort()) {
            return NONE;
        }
        Integer known = numbers.get(name);
        if (known == null) {
            // Locks the name's entry: all threads that ask at once get the same answer, even for the last number.
            known = numbers.computeIfAbsent(name, this::given);
        }
        return known == null ? NONE : known;
    }

    /** As {@link #numberOf}, but a name that has no number gets one only while half of them are left. */
    int numberInObject(Name name) {
        int known = numberIfAny(name);
        if (known > 0) {
            return known;
        }
        return next.get() <= names.length() / 2 ? numberOf(name) : NONE;
    }

    /** The number of a name, or 0 if it has none yet. */
    int numberIfAny(Name name) {
        Integer known = numbers.get(name);
        return known == null ? 0 : known;
    }

    private @Nullable Integer given(Name name) {
        int number = next.get() < names.length() ? next.getAndIncrement() : names.length();
        if (number >= names.length()) {
            return null;
        }
        // Before anybody can see the number.
        hashes[number] = name.hash();
        names.set(number, name);
        return number;
    }

    /** The name with this number: one of all equal names. */
    Name nameOf(int number) {
        Name name = names.get(number);
        assert name != null : number;
        return name;
    }

    /** The hash of that name, found without loading it. */
    int hashOf(int number) {
        return hashes[number];
    }
}
