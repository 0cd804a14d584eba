package io.github.profileengine.cli;

/** Counts with their nouns, for people: {@code 1 profile}, {@code 2 profiles}. */
final class Counted {

    private Counted() {}

    /** A count with a noun whose plural ends in {@code s}. */
    static String of(long count, String noun) {
        return of(count, noun, noun + "s");
    }

    static String of(long count, String one, String others) {
        return count + " " + (count == 1 ? one : others);
    }
}
