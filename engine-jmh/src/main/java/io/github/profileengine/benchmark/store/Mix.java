package io.github.profileengine.benchmark.store;

import io.github.profileengine.operation.Operator;

/** What operators a workload has. */
public enum Mix {
    /** {@code $set} of one property, any of ten. */
    SET("`$set`"),
    /** The same, and most profiles have a set of names that is not shared. */
    DIVERSE("`$set`, names of their own"),
    /** {@code $set} of one property that is an object of three keys, either of two. */
    OBJECT("`$set` of an object"),
    /** {@code $set} of one property, any of ten, that are texts of any length from 15 to 204 units. */
    TEXTS("`$set` of texts of any length"),
    /** {@code $set} of one property of four, the two automatic times among them. */
    FOUR("`$set` of one of 4"),
    /** The same of forty. */
    FORTY("`$set` of one of 40"),
    /** The same of two hundred. */
    TWO_HUNDRED("`$set` of one of 200"),
    /** {@code $set} of one property, any of ten, that are texts of any length from 300 to 3,000 units. */
    LONG_TEXTS("`$set` of long texts"),
    /** {@code $add} to one property, any of four integers. */
    ADD("`$add`"),
    /** {@code $append} of a number; one edit in ten empties the list, so that lists keep nine elements on average. */
    APPEND("`$append`"),
    /** {@code $union} of one of a hundred words; one edit in ten empties the list. */
    UNION("`$union`"),
    /** The operators, operands and authors of the real sample. */
    SAMPLE("the real sample's");

    private final String label;

    Mix(String label) {
        this.label = label;
    }

    /** The column's name in a table. */
    String label() {
        return label;
    }

    /** The operator of most edits on one property; not of {@link #SAMPLE}, which has them all. */
    Operator operator() {
        return switch (this) {
            case SET, DIVERSE, OBJECT, TEXTS, LONG_TEXTS, FOUR, FORTY, TWO_HUNDRED -> Operator.SET;
            case ADD -> Operator.ADD;
            case APPEND -> Operator.APPEND;
            case UNION -> Operator.UNION;
            case SAMPLE -> throw new IllegalStateException("the sample has many operators");
        };
    }

    /**
     * A workload.
     *
     * @param profiles how many it has, at most this and nearly as many
     * @param spread over profiles; the sample has its own over its authors, and takes their copies evenly
     */
    public Workload workload(int profiles, int seed, Spread spread) {
        return switch (this) {
            case SAMPLE -> new SampleWorkload(profiles, seed);
            case DIVERSE -> new DiversePopulation(profiles, seed, spread.below(profiles));
            case FOUR -> new WidePopulation(profiles, seed, spread.below(profiles), 4);
            case FORTY -> new WidePopulation(profiles, seed, spread.below(profiles), 40);
            case TWO_HUNDRED -> new WidePopulation(profiles, seed, spread.below(profiles), 200);
            default -> new Population(profiles, seed, this, spread.below(profiles));
        };
    }
}
