package io.github.profileengine.benchmark;

/** The figures of a table. */
@FunctionalInterface
interface Figures {
    /** The figure of a row in a column, or NaN if there is none. */
    double value(String row, String column);

    /** Whether the figure is missing because its row failed. */
    default boolean isFailed(String row, String column) {
        return false;
    }
}
