package io.github.profileengine.cli;

/** Numbers of things in words, for people: {@code 1 profile}, {@code 2 profiles}. */
final class Counted {

    private Counted() {}

    /** So many of what takes an {@code s} where it is not one. */
    static String of(long count, String noun) {
        return of(count, noun, noun + "s");
    }

    static String of(long count, String one, String others) {
        return count + " " + (count == 1 ? one : others);
    }
}
