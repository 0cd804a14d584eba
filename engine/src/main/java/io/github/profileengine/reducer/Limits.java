package io.github.profileengine.reducer;

/**
 * How large names, texts and profiles may be. Names and texts of an operand that are too long are cut. If something is
 * still too large, the record fails.
 *
 * @param maxNameCodePoints longest name at any depth, in code points; longer ones are cut
 * @param maxTextBytes longest text at any depth, in bytes of UTF-8; longer ones are cut between code points
 * @param maxPropertyBytes longest canonical text of a changed property, in bytes of UTF-8
 * @param maxObjectKeys most keys of an object in a changed property
 * @param maxObjectDepth deepest nesting of objects in a changed property; the outermost counts as one, lists do not
 *     count
 * @param maxProperties most properties of a profile; a profile that has more may change, but not gain properties
 */
public record Limits(
        int maxNameCodePoints,
        int maxTextBytes,
        int maxPropertyBytes,
        int maxObjectKeys,
        int maxObjectDepth,
        int maxProperties) {

    /** No limits, the default. */
    public static final Limits OFF = new Limits(
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE);

    /** The limits that the Engage API documents. */
    public static final Limits DOCUMENTED = new Limits(255, 255, 262_144, 255, 3, 2_000);

    /** Limits; {@code IllegalArgumentException} if one is not positive, here and in the {@code with} methods. */
    public Limits {
        requirePositive("maxNameCodePoints", maxNameCodePoints);
        requirePositive("maxTextBytes", maxTextBytes);
        requirePositive("maxPropertyBytes", maxPropertyBytes);
        requirePositive("maxObjectKeys", maxObjectKeys);
        requirePositive("maxObjectDepth", maxObjectDepth);
        requirePositive("maxProperties", maxProperties);
    }

    private static void requirePositive(String name, int limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException(name + " must be positive, not " + limit);
        }
    }

    /** These limits with another one; this instance if they are equal. The other {@code with} methods work likewise. */
    public Limits withMaxNameCodePoints(int most) {
        return same(new Limits(most, maxTextBytes, maxPropertyBytes, maxObjectKeys, maxObjectDepth, maxProperties));
    }

    public Limits withMaxTextBytes(int most) {
        return same(
                new Limits(maxNameCodePoints, most, maxPropertyBytes, maxObjectKeys, maxObjectDepth, maxProperties));
    }

    public Limits withMaxPropertyBytes(int most) {
        return same(new Limits(maxNameCodePoints, maxTextBytes, most, maxObjectKeys, maxObjectDepth, maxProperties));
    }

    public Limits withMaxObjectKeys(int most) {
        return same(new Limits(maxNameCodePoints, maxTextBytes, maxPropertyBytes, most, maxObjectDepth, maxProperties));
    }

    public Limits withMaxObjectDepth(int most) {
        return same(new Limits(maxNameCodePoints, maxTextBytes, maxPropertyBytes, maxObjectKeys, most, maxProperties));
    }

    public Limits withMaxProperties(int most) {
        return same(new Limits(maxNameCodePoints, maxTextBytes, maxPropertyBytes, maxObjectKeys, maxObjectDepth, most));
    }

    private Limits same(Limits other) {
        return equals(other) ? this : other;
    }

    boolean isOff() {
        return equals(OFF);
    }
}
