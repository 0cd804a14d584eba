package io.github.profileengine.benchmark.store;

/** A permutation of the numbers below a bound that moves neighbours far apart. */
final class Scatter {
    private static final long GOLDEN = 0x9E37_79B9L;

    private final long bound;
    private final long factor;

    Scatter(int bound) {
        this.bound = bound;
        long odd = GOLDEN % bound;
        while (!coprime(odd, bound)) {
            odd++;
        }
        factor = odd;
    }

    int of(int number) {
        return (int) (number * factor % bound);
    }

    private static boolean coprime(long one, long other) {
        long greater = one;
        long less = other;
        while (less != 0) {
            long rest = greater % less;
            greater = less;
            less = rest;
        }
        return greater == 1;
    }
}
