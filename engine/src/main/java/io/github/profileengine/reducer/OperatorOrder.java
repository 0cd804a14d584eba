package io.github.profileengine.reducer;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import org.jspecify.annotations.Nullable;

/** Operations in the order of their operators, at most one of each operator, in arrays that are never changed. */
final class OperatorOrder {
    static final Operation[] NONE = new Operation[0];

    private OperatorOrder() {}

    /** The operation of an operator; null if there is none. */
    static @Nullable Operation find(Operation[] operations, Operator operator) {
        for (Operation operation : operations) {
            if (operation.operator() == operator) {
                return operation;
            }
        }
        return null;
    }

    /** The operations with another one, which replaces the one of its operator. */
    static Operation[] with(Operation[] operations, Operation added) {
        int place = 0;
        while (place < operations.length && operations[place].operator().compareTo(added.operator()) < 0) {
            place++;
        }
        boolean isThere = place < operations.length && operations[place].operator() == added.operator();
        int from = isThere ? place + 1 : place;
        Operation[] all = new Operation[place + 1 + operations.length - from];
        System.arraycopy(operations, 0, all, 0, place);
        all[place] = added;
        System.arraycopy(operations, from, all, place + 1, operations.length - from);
        return all;
    }
}
