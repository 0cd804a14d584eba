package io.github.profileengine.testdouble.fault;

import io.github.profileengine.operation.Operator;
import org.jspecify.annotations.Nullable;

/**
 * How many properties differ for which one operator, disturbed in one way, is to blame. Immutable.
 *
 * @param operator as of {@link Blame}
 * @param kind how it was disturbed
 * @param properties how many properties, each counted once for each profile
 */
public record BlameCount(@Nullable Operator operator, DisturbanceKind kind, long properties) {}
