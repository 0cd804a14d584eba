package io.github.profileengine.benchmark.store;

import io.github.profileengine.operation.Operator;

/** The operators of a workload. */
public enum Mix {
    /** {@code $set} of one of ten properties. */
    SET("`$set`"),
    /** The same with so many sets of names that most profiles have no shared shape. */
    DIVERSE("`$set`, names of their own"),
    /** {@code $set} of one of two properties, which are objects of three keys. */
    OBJECT("`$set` of an object"),
    /** {@code $set} of one of ten properties, which are texts of any length from 15 to 204 units. */
    TEXTS("`$set` of texts of any length"),
    /** {@code $set} of one property; profiles have four, two of which are the automatic times. */
    FOUR("`$set` of one of 4"),
    /** The same with forty properties. */
    FORTY("`$set` of one of 40"),
    /** The same with two hundred properties. */
    TWO_HUNDRED("`$set` of one of 200"),
    /** {@code $set} of one of ten properties, which are texts of any length from 300 to 3,000 units. */
    LONG_TEXTS("`$set` of long texts"),
    /** {@code $add} to one of four integers. */
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

    /** The operator of most edits of one property; not for {@link #SAMPLE}, which has all operators. */
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
     * @param profiles the most profiles that it may have; it has nearly as many
     * @param spread how edits are spread over profiles; the sample has its own spread over authors, and takes their
     *     copies evenly
     */
    public Workload workload(int profiles, int seed, Spread spread) {
        return switch (this) {
            case SAMPLE -> new SampleWorkload(profiles, seed);
            case DIVERSE -> new DiversePopulation(profiles, seed, spread.below(profiles));
            case FOUR -> new WidePopulation(profiles, seed, spread.below(profiles), new WideProperties(4));
            case FORTY -> new WidePopulation(profiles, seed, spread.below(profiles), new WideProperties(40));
            case TWO_HUNDRED -> new WidePopulation(profiles, seed, spread.below(profiles), new WideProperties(200));
            default -> new Population(profiles, seed, this, spread.below(profiles));
        };
    }
}
