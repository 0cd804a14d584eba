package io.github.profileengine.reducer;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.NamePlaces;
import io.github.profileengine.representation.ObjectValue;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An operation that grows by one property at a time, with the result of {@link Operation#plus}. With {@code plus}, each
 * call that names one property would copy and sort all earlier ones; here it only searches their names.
 */
final class OperandRun {
    private static final int ROOM = 6;

    private final Operation begun;
    private final @Nullable OperandRun next;
    // In the order of the calls, each name once.
    private Name[] names;
    private @Nullable Object[] operands;
    private int size;
    // One bit for each name. Mostly the bits alone show that a name is new.
    private long bits;
    // Made only if there are many names and bits leave one in doubt.
    private @Nullable NamePlaces places;

    /** A run that continues an operation; {@code next} leads to the runs of other operators. */
    OperandRun(Operation begun, @Nullable OperandRun next) {
        this.begun = begun;
        this.next = next;
        this.names = new Name[begun.count() + ROOM];
        this.operands = new Object[names.length];
        for (; size < begun.count(); size++) {
            names[size] = begun.name(size);
            operands[size] = begun.operandAt(size);
            bits |= names[size].bit();
        }
    }

    /** The run of an operator in a chain of runs; null if there is none. */
    static @Nullable OperandRun of(Operator operator, @Nullable OperandRun first) {
        OperandRun run = first;
        while (run != null && run.operator() != operator) {
            run = run.next;
        }
        return run;
    }

    @Nullable
    OperandRun next() {
        return next;
    }

    Operator operator() {
        return begun.operator();
    }

    /**
     * Adds the operand of one property.
     *
     * @throws IllegalArgumentException as {@link Operation#plus}; the run is then unchanged
     */
    void add(Name name, @Nullable Object operand) {
        int known = (bits & name.bit()) == 0 ? -1 : indexOf(name);
        if (known >= 0) {
            operands[known] = begun.joined(name, operands[known], operand);
            return;
        }
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            operands = Arrays.copyOf(operands, size * 2);
        }
        bits |= name.bit();
        names[size] = name;
        operands[size++] = operand;
    }

    private int indexOf(Name name) {
        if (size > NamePlaces.FEW) {
            return indexed().of(name);
        }
        for (int at = 0; at < size; at++) {
            if (names[at].same(name)) {
                return at;
            }
        }
        return -1;
    }

    private NamePlaces indexed() {
        NamePlaces index = places;
        if (index == null) {
            index = new NamePlaces(size);
            places = index;
        }
        while (index.size() < size) {
            index.add(names[index.size()]);
        }
        return index;
    }

    /** The operation with all operands that were added. */
    Operation operation() {
        return begun.with(ObjectValue.of(names, operands, 0, size));
    }
}
