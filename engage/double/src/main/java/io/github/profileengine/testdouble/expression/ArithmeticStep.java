package io.github.profileengine.testdouble.expression;

/** One operator of a chain with the operand to its right. */
public record ArithmeticStep(ArithmeticOperator operator, Expression operand) {}
