package io.github.profileengine.operation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operators, in the order in which those of one update apply. */
public enum Operator {
    /** Writes properties, whatever they held before. */
    SET("set", true, true),
    /** Writes properties that are missing. */
    SET_ONCE("set_once", true, true),
    /** Puts the keys of an object into an object. */
    MERGE("merge", true, false),
    /** Adds to numbers. */
    ADD("add", true, false),
    /** Adds missing values to lists and removes duplicates. */
    UNION("union", true, true),
    /** Adds at the end of lists. */
    APPEND("append", true, false),
    /** Removes all equal elements from lists. */
    REMOVE("remove", false, true),
    /** Removes properties. */
    UNSET("unset", false, true),
    /** Deletes the profile. */
    DELETE("delete", false, true);

    private static final Map<String, Operator> BY_SYMBOL = new HashMap<>();

    static {
        Arrays.stream(values()).forEach(operator -> BY_SYMBOL.put(operator.symbol, operator));
    }

    private final String word;
    private final String symbol;
    private final boolean creates;
    private final boolean allowedOnGroups;

    Operator(String word, boolean creates, boolean allowedOnGroups) {
        this.word = word;
        this.symbol = "$" + word;
        this.creates = creates;
        this.allowedOnGroups = allowedOnGroups;
    }

    /** The wire symbol, such as {@code $set_once}. */
    public String symbol() {
        return symbol;
    }

    /** The symbol without its dollar sign; the names of its rules begin with it. */
    public String word() {
        return word;
    }

    /** Whether an accepted update with this operator creates a missing profile. */
    public boolean creates() {
        return creates;
    }

    /** Whether an update of a group profile may contain this operator. */
    public boolean allowedOnGroups() {
        return allowedOnGroups;
    }

    /** The operator with a wire symbol, or null. */
    public static @Nullable Operator ofSymbol(String symbol) {
        return BY_SYMBOL.get(symbol);
    }
}
