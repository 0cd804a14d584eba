package io.github.profileengine.benchmark.store;

import io.github.profileengine.operation.Operator;
import org.jspecify.annotations.Nullable;

/**
 * One operator on one or more properties of one profile. Id and value are created anew for each edit, as a decoder
 * does; names are the instances that a decoder's symbol table would hand out. Edits form a linked list, so that an edit
 * of one property, the most frequent kind, is one small object: every row includes the cost of the generator.
 *
 * @param value the operand; anything for {@code $unset}
 * @param rest what the same operator does to further properties of the same profile; null if there are none
 */
public record Edit(
        String id,
        Operator operator,
        String name,
        @Nullable Object value,
        @Nullable Edit rest) {
    /** An edit of one property. */
    public Edit(String id, Operator operator, String name, @Nullable Object value) {
        this(id, operator, name, value, null);
    }
}
