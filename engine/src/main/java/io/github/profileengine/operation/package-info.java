/**
 * The nine operators: what each does to the value of one property, and why.
 *
 * <p>Each operator has one file with its effect on a value, the reasons, and the decision table. {@code Operator} holds
 * its symbol and whether it creates profiles; {@code Rule} holds the texts of the reasons. May import
 * {@code representation} and {@code value}. This package is below {@code profile}: the static functions of
 * {@code Profile} apply these operators to one profile. Entry type:
 * {@link io.github.profileengine.operation.Operation}.
 */
@NullMarked
package io.github.profileengine.operation;

import org.jspecify.annotations.NullMarked;
