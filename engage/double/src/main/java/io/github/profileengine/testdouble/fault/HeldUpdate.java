package io.github.profileengine.testdouble.fault;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.value.CanonicalText;

/**
 * An update that waits to be applied.
 *
 * @param order a number that grows with each held update
 * @param due the update is applied right after this many updates of its project have arrived
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
