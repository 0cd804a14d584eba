package io.github.profileengine.testdouble.fault;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.testdouble.journal.DisturbanceKind;
import org.jspecify.annotations.Nullable;

/**
 * How many properties differ because one operator was disturbed in one way. Immutable.
 *
 * @param operator as in {@link Blame}
 * @param kind how the operator was disturbed
 * @param properties how many properties, each counted once for each profile
 */
public record BlameCount(@Nullable Operator operator, DisturbanceKind kind, long properties) {}
