package io.github.profileengine.testdouble.fault;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.value.CanonicalText;

/**
 * An update that waits to be applied.
 *
 * @param order counts held updates
 * @param due it is applied right after so many updates of its project have arrived
 * @param characters about how much memory it takes
 */
record HeldUpdate(Update update, long order, long due, long characters) {
    static HeldUpdate of(Update update, long order, long due) {
        long characters = 0;
        for (Operation operation : update.operations()) {
            characters += CanonicalText.of(operation.operand()).length();
        }
        return new HeldUpdate(update, order, due, characters);
    }
}
