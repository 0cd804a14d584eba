package io.github.profileengine.representation;

import org.jspecify.annotations.Nullable;

/**
 * A property name with its seeded hash. Immutable except for its number, which is the same whoever asks first. Usually
 * there is one instance per text, so a look-up is mostly an identity comparison.
 *
 * <h2>Why a lossy cache</h2>
 *
 * Names come from outside, so a table that keeps every name would grow without bound. {@link #of} remembers the last
 * name seen in each of 16,384 slots. A text that was evicted gets a second instance, which is equal to the first. The
 * slots are plain array elements: a name is immutable, so the worst effect of a race is one more instance.
 */
public final class Name implements Comparable<Name> {
    private static final int SLOT_BITS = 14;
    private static final int MAX_REMEMBERED_LENGTH = 255;
    private static final Name[] RECENT = new Name[1 << SLOT_BITS];
    private static final int SPREAD = HashSeed.hash(0) | 1;
    // Loaded with this class, so that its memory is there.
    private static final NameNumbers NUMBERS = NameNumbers.SHARED;

    private final String text;
    private final int hash;
    private final boolean wellFormed;
    // Zero until it is asked for.
    private volatile int number;
    // Zero until it is asked for; a function of the text.
    private int heapSize;

    private Name(String text) {
        this.text = text;
        this.hash = HashSeed.hash(text);
        this.wellFormed = Utf8.canCarry(text);
    }

    public static Name of(String text) {
        int slot = text.hashCode() * SPREAD >>> Integer.SIZE - SLOT_BITS;
        Name recent = RECENT[slot];
        if (recent != null && recent.text.equals(text)) {
            return recent;
        }
        Name fresh = new Name(text);
        if (fresh.isShort()) {
            RECENT[slot] = fresh;
        }
        return fresh;
    }

    /**
     * As {@link #of}, for a text that is to name a property. Callers without null checks may pass null.
     *
     * @throws IllegalArgumentException if it is null or contains an unpaired surrogate
     */
    public static Name ofProperty(@Nullable String text) {
        if (text == null) {
            throw new IllegalArgumentException("the name of a property must be text, not null");
        }
        Name name = of(text);
        if (!name.wellFormed) {
            throw new IllegalArgumentException("name with an unpaired surrogate");
        }
        return name;
    }

    public String text() {
        return text;
    }

    /** Whether it is short enough to be remembered: what is kept for ever must not grow with the input. */
    public boolean isShort() {
        return text.length() <= MAX_REMEMBERED_LENGTH;
    }

    /** The heap that it takes if nothing else holds it; scans the text only once. */
    int heapSize() {
        int known = heapSize;
        if (known == 0) {
            known = HeapSize.ofName(text);
            heapSize = known;
        }
        return known;
    }

    /** Its two-byte number, from 1; negative if it has none. See {@link NameNumbers}. */
    public int number() {
        int known = number;
        if (known == 0) {
            known = NUMBERS.numberOf(this);
            number = known;
        }
        return known;
    }

    /**
     * As {@link #number}, for a name within an object: it gets one only while half of all are left, for the names of
     * profiles.
     */
    public int numberInObject() {
        int known = number;
        if (known == 0) {
            known = NUMBERS.numberInObject(this);
            if (known > 0) {
                number = known;
            }
        }
        return known;
    }

    /** Its {@link #number} if it, or an equal name, has been asked for one; else 0 or less. It gets no new number. */
    public int numberIfAny() {
        int known = number;
        return known == 0 ? NUMBERS.numberIfAny(this) : known;
    }

    /** The name with this number: one of all equal names. */
    public static Name ofNumber(int number) {
        return NUMBERS.nameOf(number);
    }

    /** The {@link #hash} of the name with this number; faster than asking the name. */
    public static int hashOfNumber(int number) {
        return NUMBERS.hashOf(number);
    }

    /** Whether it contains no unpaired surrogate; only such names can name a property. */
    public boolean isWellFormed() {
        return wellFormed;
    }

    /** The seeded hash; never shown outside, since it differs between runs. */
    public int hash() {
        return hash;
    }

    /** One bit of 64, chosen by its {@link #hash}: if no name of a set has this bit, the set lacks the name. */
    public long bit() {
        return 1L << hash;
    }

    public boolean same(Name other) {
        return this == other || hash == other.hash && text.equals(other.text);
    }

    @Override
    public int compareTo(Name other) {
        return this == other ? 0 : CodePointOrder.compare(text, other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Name name && same(name);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return text;
    }
}
