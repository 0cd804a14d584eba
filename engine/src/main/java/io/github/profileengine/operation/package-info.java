/**
 * The nine operators: what each does to one property's value, and why.
 *
 * <p>One file an operator holds its operand, validation, rule and decision table. May import {@code representation} and
 * {@code value}. It lies below {@code profile}, whose static functions are these operators on one profile. Entry type:
 * {@link io.github.profileengine.operation.Operation}.
 */
@NullMarked
package io.github.profileengine.operation;

import org.jspecify.annotations.NullMarked;
