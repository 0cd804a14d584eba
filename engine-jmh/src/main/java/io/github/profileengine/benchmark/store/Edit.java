package io.github.profileengine.benchmark.store;

import io.github.profileengine.operation.Operator;
import org.jspecify.annotations.Nullable;

/**
 * One operator on one or more properties of one profile. Id and value are made afresh for each, as a decoder makes
 * them; names are the instances that a decoder's symbol table would hand out. A linked list, so that the edit of one
 * property, which most are, is one small object: what the generator costs is in every row.
 *
 * @param value the operand; of {@code $unset} anything
 * @param rest what the same operator does to further properties of the same profile, or null
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
