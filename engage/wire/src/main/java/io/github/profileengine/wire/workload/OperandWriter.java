package io.github.profileengine.wire.workload;

import io.github.profileengine.operation.Operator;
import java.util.List;

/**
 * Writes operands. They name as many properties as operands in the real sample do. Their values have every type:
 * strings, integers, numbers with cents, booleans and dates. Each property always has the same type.
 */
final class OperandWriter {
    private static final List<String> WORDS =
            List.of("amber", "birch", "cobalt", "dune", "ember", "fjord", "grove", "harbor");
    private static final int TAGS = 32;
    private static final int EVENT_SIZES = 1_000;
    private static final int KEYS = 8;

    private final LineBytes line;
    private final SeededRandom random;
    private final PropertyNames names;

    OperandWriter(LineBytes line, SeededRandom random, PropertyNames names) {
        this.line = line;
        this.random = random;
        this.names = names;
    }

    /**
     * Writes an operand for the operator.
     *
     * @param seconds the time of the update
     */
    void write(Operator operator, long seconds) {
        if (operator == Operator.DELETE) {
            line.append("\"\"");
            return;
        }
        List<String> candidates = names.of(PropertyKind.of(operator));
        int count = Math.min(mostNamed(operator), candidates.size());
        int first = random.below(candidates.size());
        boolean unset = operator == Operator.UNSET;
        line.append(unset ? '[' : '{');
        for (int i = 0; i < count; i++) {
            int property = (first + i) % candidates.size();
            line.append(i == 0 ? "\"" : ",\"").append(candidates.get(property)).append('"');
            if (!unset) {
                line.append(':');
                value(operator, property, seconds);
            }
        }
        line.append(unset ? ']' : '}');
    }

    private static int mostNamed(Operator operator) {
        return switch (operator) {
            case SET, ADD -> 3;
            case SET_ONCE, UNION -> 2;
            default -> 1;
        };
    }

    private void value(Operator operator, int property, long seconds) {
        switch (operator) {
            case SET -> anyType(property);
            case SET_ONCE -> {
                if (property % 2 == 0) {
                    line.append(seconds);
                } else {
                    text();
                }
            }
            case MERGE ->
                line.append("{\"key_")
                        .append(random.below(KEYS))
                        .append("\":")
                        .append(random.below(EVENT_SIZES))
                        .append('}');
            case ADD -> line.append(1 + random.below(100));
            case UNION -> tags();
            default -> line.append(random.below(EVENT_SIZES));
        }
    }

    private void anyType(int property) {
        switch (property % 5) {
            case 0 -> text();
            case 1 -> line.append(random.below(1_000_000));
            case 2 -> line.append(random.below(10_000)).append('.').append(random.below(100), 2);
            case 3 -> line.append(random.below(2) == 0 ? "true" : "false");
            default ->
                line.append("\"20")
                        .append(random.below(100), 2)
                        .append('-')
                        .append(1 + random.below(12), 2)
                        .append('-')
                        .append(1 + random.below(28), 2)
                        .append('"');
        }
    }

    private void text() {
        line.append('"')
                .append(WORDS.get(random.below(WORDS.size())))
                .append('-')
                .append(random.below(10_000))
                .append('"');
    }

    private void tags() {
        line.append("[\"tag-").append(random.below(TAGS)).append('"');
        if (random.below(6) == 0) {
            line.append(",\"tag-").append(random.below(TAGS)).append('"');
        }
        line.append(']');
    }
}
