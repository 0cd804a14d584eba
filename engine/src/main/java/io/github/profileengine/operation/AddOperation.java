package io.github.profileengine.operation;

import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.Numbers;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code $add}: adds to numbers. Its operand is an object of numbers.
 *
 * <table>
 *   <caption>Effect on a property, and the rule</caption>
 *   <tr><th>property</th><th>operand</th><th>afterwards</th><th>rule</th></tr>
 *   <tr><td>any or missing</td><td>not a number</td><td>unchanged</td><td>add-bad-operand</td></tr>
 *   <tr><td>missing</td><td>number</td><td>the operand, as 0 + operand</td><td>add-applied</td></tr>
 *   <tr><td>not a number, such as numeric text or null</td><td>number</td><td>unchanged</td>
 *       <td>add-on-non-number</td></tr>
 *   <tr><td>number</td><td>number, the sum not finite</td><td>unchanged</td><td>add-not-finite</td></tr>
 *   <tr><td>number</td><td>number, the sum equal to the property</td><td>unchanged</td><td>add-equal-value</td></tr>
 *   <tr><td>integer</td><td>integer, the sum beyond 64 bits</td><td>the sum of both as doubles</td>
 *       <td>add-integer-overflow</td></tr>
 *   <tr><td>number</td><td>number</td><td>the sum</td><td>add-applied</td></tr>
 * </table>
 *
 * Two integers are added exactly within 64 bits. If one side is a double, both are added as doubles. The sum is stored
 * in canonical form: a sum that was rounded to -2<sup>63</sup> becomes that integer. A missing profile is created. Not
 * allowed on groups.
 */
public final class AddOperation extends Operation {
    AddOperation(@Nullable Name only, @Nullable Object operands, Set<Name> truncated) {
        super(Operator.ADD, only, operands, truncated);
    }

    @Override
    public @Nullable Object after(CurrentValue now, @Nullable Object operand) {
        if (!(operand instanceof Number addend)) {
            return CurrentValue.KEEP;
        }
        if (!now.isNumber()) {
            return now.isAbsent() ? addend : CurrentValue.KEEP;
        }
        Number sum = sum(now.number(), addend);
        return sum == null || now.sameAs(sum) ? CurrentValue.KEEP : sum;
    }

    // Null if the sum is beyond the range of doubles.
    private static @Nullable Number sum(Number left, Number right) {
        if (left instanceof Long && right instanceof Long) {
            long a = left.longValue();
            long b = right.longValue();
            if (!overflows(a, b)) {
                return a + b;
            }
        }
        double sum = left.doubleValue() + right.doubleValue();
        return Double.isFinite(sum) ? Numbers.canonical(sum) : null;
    }

    private static boolean overflows(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0;
    }

    @Override
    public Rule rule(CurrentValue now, @Nullable Object operand, @Nullable Object after) {
        if (!(operand instanceof Number addend)) {
            return Rule.ADD_BAD_OPERAND;
        }
        if (!now.isNumber()) {
            return now.isAbsent() ? Rule.ADD_APPLIED : Rule.ADD_ON_NON_NUMBER;
        }
        if (after == CurrentValue.KEEP) {
            return sum(now.number(), addend) == null ? Rule.ADD_NOT_FINITE : Rule.ADD_EQUAL_VALUE;
        }
        boolean integers = now.number() instanceof Long && addend instanceof Long;
        return integers && overflows(now.number().longValue(), addend.longValue())
                ? Rule.ADD_INTEGER_OVERFLOW
                : Rule.ADD_APPLIED;
    }

    @Override
    AddOperation with(@Nullable Name only, @Nullable Object operands, Set<Name> cut) {
        return new AddOperation(only, operands, cut);
    }
}
