package io.github.profileengine.wire.workload;

import io.github.profileengine.value.CanonicalText;
import java.util.Locale;

/**
 * Describes the updates to generate. Immutable; a {@code with...} method returns a changed copy.
 *
 * @param profiles how many user profiles there are; each update is for one of them, drawn at random
 * @param skew how unevenly profiles are drawn: 0 draws all equally often; otherwise the k-th most frequent is drawn in
 *     proportion to 1 / k^skew (Zipf)
 * @param properties how many properties a profile has once all have been named; they are divided among numbers, lists,
 *     objects and others as the mix needs them
 * @param mix how often each operator comes
 * @param token the project of all updates
 * @param seed the seed of all random draws: equal workloads give equal updates on every JDK and machine
 */
public record Workload(long profiles, double skew, int properties, OperatorMix mix, String token, long seed) {
    /** The most profiles. */
    public static final long MOST_PROFILES = 1L << 40;

    /** The most properties of a profile. */
    public static final int MOST_PROPERTIES = 10_000;

    /** The greatest skew; the most frequent profile then has 99.9 % of all updates. */
    public static final double GREATEST_SKEW = 10;

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if a number is out of its range, the properties are too few for the mix, or the
     *     token is empty or has an unpaired surrogate
     */
    public Workload {
        requireFrom(1, MOST_PROFILES, "profiles", profiles);
        requireFrom(Math.max(1, PropertyNames.fewest(mix)), MOST_PROPERTIES, "properties", properties);
        if (!(skew >= 0 && skew <= GREATEST_SKEW)) {
            throw new IllegalArgumentException("skew must be from 0 to " + GREATEST_SKEW + ", not " + skew);
        }
        if (token.isEmpty()) {
            throw new IllegalArgumentException("token must not be empty");
        }
        CanonicalText.of(token);
    }

    private static void requireFrom(long least, long most, String name, long value) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be from %d to %d, not %d", name, least, most, value));
        }
    }

    /** Equally frequent profiles, 12 properties, the mix of the real sample, the project {@code generated}, seed 1. */
    public static Workload of(long profiles) {
        return new Workload(profiles, 0, 12, OperatorMix.SAMPLE, "generated", 1);
    }

    public Workload withSkew(double exponent) {
        return new Workload(profiles, exponent, properties, mix, token, seed);
    }

    public Workload withProperties(int count) {
        return new Workload(profiles, skew, count, mix, token, seed);
    }

    public Workload withMix(OperatorMix operators) {
        return new Workload(profiles, skew, properties, operators, token, seed);
    }

    public Workload withToken(String project) {
        return new Workload(profiles, skew, properties, mix, project, seed);
    }

    public Workload withSeed(long number) {
        return new Workload(profiles, skew, properties, mix, token, number);
    }
}
