/**
 * The nine operators: what each does to one property's value, and why.
 *
 * <p>One file an operator holds what it does to a value, why, and the decision table. Its symbol and whether it creates
 * profiles stand in {@code Operator}, the texts of its reasons in {@code Rule}. May import {@code representation} and
 * {@code value}. It lies below {@code profile}, whose static functions are these operators on one profile. Entry type:
 * {@link io.github.profileengine.operation.Operation}.
 */
@NullMarked
package io.github.profileengine.operation;

import org.jspecify.annotations.NullMarked;
