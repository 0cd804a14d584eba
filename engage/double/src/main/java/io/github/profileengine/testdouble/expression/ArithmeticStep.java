package io.github.profileengine.testdouble.expression;

/** An operator of a chain and the operand to its right. */
public record ArithmeticStep(ArithmeticOperator operator, Expression operand) {}
