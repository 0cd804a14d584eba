package io.github.profileengine.benchmark.store;

import java.util.Arrays;

/**
 * The properties of a profile that has any number of them, two of which are the automatic times. Of every ten others,
 * four are texts of some thirty units, four are integers and two are doubles. Immutable.
 */
public final class WideProperties {
    private static final int AUTOMATIC = 2;
    private static final int KINDS = 10;
    private static final int TEXTS = 4;
    private static final int INTEGERS = 4;

    // Instances that all profiles share, like the names from a decoder's symbol table.
    private final String[] names;

    /** Properties of profiles that have so many, their automatic times among them. */
    public WideProperties(int properties) {
        names = new String[properties - AUTOMATIC];
        Arrays.setAll(names, at -> "property " + at);
    }

    /** How many there are without the automatic times. */
    public int size() {
        return names.length;
    }

    /** The name of one, from 0. */
    public String name(int which) {
        return names[which];
    }

    /** A value for one, from 0; other numbers give other values. */
    public Object value(int which, long fresh) {
        int kind = which % KINDS;
        if (kind < TEXTS) {
            return "a text of some length " + fresh;
        }
        return kind < TEXTS + INTEGERS ? (Object) fresh : (Object) (fresh + 0.5);
    }
}
