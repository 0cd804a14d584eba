package io.github.profileengine.wire.workload;

import io.github.profileengine.operation.Operator;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How often each operator comes. Immutable. */
public final class OperatorMix {
    /** The mix of the sample of real updates that comes with the project, where each update has one operator. */
    public static final OperatorMix SAMPLE =
            parse("set=9264,set_once=9264,add=10718,union=9264,append=9284,remove=147,unset=1");

    private static final String SAMPLE_WORD = "sample";
    private static final int MOST_WEIGHT = 1_000_000;

    private final Map<Operator, Integer> weights;
    private final int total;

    private OperatorMix(Map<Operator, Integer> weights) {
        this.weights = weights;
        this.total = weights.values().stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Reads {@code sample}, or operators with weights such as {@code set=60,add=20,append=20}. An operator without a
     * weight has weight 1, so {@code set} means only {@code $set}.
     *
     * @throws IllegalArgumentException if the text is neither; the message names the part at fault
     */
    public static OperatorMix parse(String text) {
        if (text.equals(SAMPLE_WORD)) {
            return SAMPLE;
        }
        Map<Operator, Integer> weights = new EnumMap<>(Operator.class);
        for (String part : text.split(",", -1)) {
            int equals = part.indexOf('=');
            Operator operator = operator(equals < 0 ? part : part.substring(0, equals));
            int weight = equals < 0 ? 1 : weight(part, part.substring(equals + 1));
            if (weights.put(operator, weight) != null) {
                throw new IllegalArgumentException("'" + operator.word() + "' is given twice");
            }
        }
        return new OperatorMix(weights);
    }

    private static Operator operator(String word) {
        Operator operator = Operator.ofSymbol("$" + word);
        if (operator == null) {
            throw new IllegalArgumentException("'" + word + "' is neither 'sample' nor one of " + words());
        }
        return operator;
    }

    private static String words() {
        return Arrays.stream(Operator.values()).map(Operator::word).collect(Collectors.joining(", "));
    }

    private static int weight(String part, String digits) {
        try {
            int weight = Integer.parseInt(digits);
            if (weight >= 1 && weight <= MOST_WEIGHT) {
                return weight;
            }
        } catch (NumberFormatException noNumber) {
            // Falls through to the exception below, which also covers a number out of range.
        }
        throw new IllegalArgumentException(
                String.format(Locale.ROOT, "the weight in '%s' is no number from 1 to %d", part, MOST_WEIGHT));
    }

    /** Whether the mix has the operator at all. */
    boolean has(Operator operator) {
        return weights.containsKey(operator);
    }

    Operator next(SeededRandom random) {
        int left = random.below(total);
        for (Map.Entry<Operator, Integer> entry : weights.entrySet()) {
            left -= entry.getValue();
            if (left < 0) {
                return entry.getKey();
            }
        }
        throw new AssertionError("the weights are fewer than their sum");
    }

    /** The mix in a form that {@link #parse} reads. */
    @Override
    public String toString() {
        return weights.entrySet().stream()
                .map(entry -> entry.getKey().word() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
