package io.github.profileengine.operation;

import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ObjectValue;
import io.github.profileengine.value.ValueBuilder;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An operator with its operand. Immutable. Two pure functions of the value of one property define its effect,
 * {@code after} and {@code rule}; only {@code $delete} affects the whole profile.
 *
 * <p>An operand is kept as it came. Building an operation fails only for errors that fail the whole record. A value
 * that the operator cannot use is kept, and ignored when the operation is applied.
 */
public abstract sealed class Operation
        permits SetOperation,
                SetOnceOperation,
                MergeOperation,
                AddOperation,
                UnionOperation,
                AppendOperation,
                RemoveOperation,
                UnsetOperation,
                DeleteOperation {

    /** How deep lists and objects of an operand may nest: 100 levels less the record itself. */
    public static final int MAX_OPERAND_DEPTH = 99;

    private final Operator operator;
    // The property if there is only one, as usual: then an object of names and operands is created only on request.
    private final @Nullable Name only;
    // The operand of the only property, or else an ObjectValue of all operands.
    private final @Nullable Object operands;
    private final Set<Name> truncated;

    Operation(Operator operator, @Nullable Name only, @Nullable Object operands, Set<Name> truncated) {
        assert only != null || operands instanceof ObjectValue object && object.size() != 1;
        this.operator = operator;
        this.only = only;
        this.operands = operands;
        this.truncated = truncated;
    }

    /**
     * The operation of an operator and its operand.
     *
     * @param operand a value that {@link ValueBuilder#copyOf} takes: for {@code $unset} a list of names or one name,
     *     for {@code $delete} anything, else an object; an empty list counts as an empty object
     * @throws InvalidOperandException if the operand has the wrong JSON type as a whole
     * @throws IllegalArgumentException if it is not a JSON value, or nests over {@value #MAX_OPERAND_DEPTH} levels
     */
    public static Operation of(Operator operator, @Nullable Object operand) {
        return ofCopy(operator, operand, MAX_OPERAND_DEPTH);
    }

    /**
     * As {@link #of}, for a value from a {@link ValueBuilder}: the operand may nest {@value ValueBuilder#MAX_DEPTH}
     * levels, the object of the properties included. Deeper ones could become values that no file can hold. Throws as
     * {@link #of}.
     */
    public static Operation ofValue(Operator operator, @Nullable Object value) {
        return ofCopy(operator, value, ValueBuilder.MAX_DEPTH);
    }

    private static Operation ofCopy(Operator operator, @Nullable Object operand, int maxDepth) {
        return ofBoundedValue(operator, operator == Operator.DELETE ? null : ValueBuilder.copyOf(operand, maxDepth));
    }

    /**
     * As {@link #ofValue}, without its check: for a value whose {@link ValueBuilder} bounds its nesting, such as a part
     * of a record. A deeper value would be stored, and could then not be read from a file.
     *
     * @throws InvalidOperandException if the operand has the wrong JSON type as a whole
     */
    public static Operation ofBoundedValue(Operator operator, @Nullable Object value) {
        return switch (operator) {
            case UNSET -> UnsetOperation.ofValue(value);
            case DELETE -> DeleteOperation.INSTANCE;
            default -> NamedOperations.ofValue(operator, value);
        };
    }

    public final Operator operator() {
        return operator;
    }

    /** The operand as a canonical value: an object, for {@code $unset} its name or names, for {@code $delete} null. */
    public @Nullable Object operand() {
        return properties();
    }

    /** The names of the operation's properties, in code point order, each once. */
    public final List<String> propertyNames() {
        return new AbstractList<>() {
            @Override
            public String get(int at) {
                return name(Objects.checkIndex(at, size())).text();
            }

            @Override
            public int size() {
                return count();
            }
        };
    }

    /** How many {@link #propertyNames} there are. */
    public final int count() {
        return only == null ? several().size() : 1;
    }

    /**
     * The operand for a property, as a canonical value; null for {@code $unset}.
     *
     * @param at the property's index in {@link #propertyNames}
     * @throws IndexOutOfBoundsException if there is no such index
     */
    public final @Nullable Object operandAt(int at) {
        if (only == null) {
            return several().value(at);
        }
        Objects.checkIndex(at, 1);
        return operands;
    }

    /** This operation without a property; this instance if it does not name it, or is an {@code $unset}. */
    public final Operation without(Name name) {
        int at = indexOf(name);
        return at < 0 || operator == Operator.UNSET ? this : with(properties().without(at));
    }

    /**
     * Joins this operation and a later one of the same operator into one that has the effect of both in turn.
     *
     * @throws IllegalArgumentException if both name a property and no single operand has the effect of both: two
     *     {@code $add} or {@code $append}, or two {@code $merge} that are not both objects; or if an object becomes an
     *     element and then nests over {@value #MAX_OPERAND_DEPTH} levels in all; or as {@link #requireAsItCame}
     */
    public final Operation plus(Operation later) {
        requireAsItCame();
        later.requireAsItCame();
        if (later.operator != operator) {
            throw OperandJoin.different(operator, later.operator);
        }
        return with(OperandJoin.of(operator, properties(), later.properties()));
    }

    /** This operation, but an appended list adds its elements; this instance if it is not an {@code $append}. */
    public Operation flattened() {
        return this;
    }

    boolean isFlattened() {
        return false;
    }

    /**
     * Refuses an operation that {@link #flattened} or {@link #truncated} made. A reducer applies such a one by its own
     * options. Neither a record nor a log can say what it is, so read from there it would have another effect.
     *
     * @throws IllegalArgumentException if one of the two made it
     */
    public final void requireAsItCame() {
        if (isFlattened() || !truncated.isEmpty()) {
            throw new IllegalArgumentException(operator.symbol() + " was flattened or cut to limits; an update holds"
                    + " operations as they came, and options of the engine flatten and cut them");
        }
    }

    /**
     * This operation with names and texts cut at every depth; this instance if all fit.
     *
     * @param maxNameCodePoints longest name, in code points
     * @param maxTextBytes longest text, in bytes of UTF-8
     */
    public final Operation truncated(int maxNameCodePoints, int maxTextBytes) {
        Truncation truncation = new Truncation(maxNameCodePoints, maxTextBytes);
        for (int at = 0; at < count(); at++) {
            if (!truncation.fits(name(at), operandAt(at))) {
                Truncation.Result cut = truncation.of(properties());
                return with(cut.properties(), cut.changed());
            }
        }
        return this;
    }

    // The methods below use types of the representation, so only this module can call them.

    /**
     * An operation on one property.
     *
     * @param operand a canonical value
     * @throws IllegalArgumentException for {@code $unset} and {@code $delete}, whose operands are not objects
     */
    public static Operation ofProperty(Operator operator, Name name, @Nullable Object operand) {
        return NamedOperations.of(operator, name, operand);
    }

    /** The name of a property, by its index in {@link #propertyNames}. */
    public final Name name(int at) {
        if (only == null) {
            return several().name(at);
        }
        assert at == 0 : at;
        return only;
    }

    /** The index of a property in {@link #propertyNames}, or a negative number. */
    public final int indexOf(Name name) {
        return only == null ? several().indexOf(name) : only.same(name) ? 0 : -1;
    }

    private ObjectValue several() {
        assert operands instanceof ObjectValue;
        return (ObjectValue) operands;
    }

    // All properties with their operands.
    private ObjectValue properties() {
        return only == null ? several() : ObjectValue.of(only, operands);
    }

    /** The same operator with other properties; it still knows which names or values limits have cut. */
    public final Operation with(ObjectValue changed) {
        return with(changed, truncated);
    }

    private Operation with(ObjectValue changed, Set<Name> cut) {
        return changed.size() == 1 ? with(changed.name(0), changed.value(0), cut) : with(null, changed, cut);
    }

    /**
     * The one operand that has the same effect on a property as an earlier operand and then a later one.
     *
     * @throws IllegalArgumentException as in {@link #plus}
     */
    public final @Nullable Object joined(Name name, @Nullable Object earlier, @Nullable Object later) {
        return OperandJoin.joined(operator, name, earlier, later);
    }

    /** The property's new value; {@link CurrentValue#KEEP} if unchanged, {@link CurrentValue#ABSENT} if removed. */
    public abstract @Nullable Object after(CurrentValue now, @Nullable Object operand);

    /** The rule by which {@link #after} returned {@code after}. */
    public abstract Rule rule(CurrentValue now, @Nullable Object operand, @Nullable Object after);

    // The arguments of the constructor.

    final @Nullable Name only() {
        return only;
    }

    final @Nullable Object operands() {
        return operands;
    }

    final Set<Name> truncatedNames() {
        return truncated;
    }

    /** An operation of the same operator with these arguments of the constructor. */
    abstract Operation with(@Nullable Name only, @Nullable Object operands, Set<Name> cut);

    /**
     * As {@link #rule}, for the property at an index; the rule is that of truncation if the property changes and limits
     * cut its name or value.
     */
    public final Rule decidingRule(int at, CurrentValue now, @Nullable Object after) {
        boolean cut = after != CurrentValue.KEEP && !truncated.isEmpty() && truncated.contains(name(at));
        return cut ? Rule.truncated(operator) : rule(now, operandAt(at), after);
    }

    /** The outcome of the {@link #decidingRule} for the property at an index, with its explanation for people. */
    public final Outcome outcome(int at, CurrentValue now, Rule decidingRule) {
        return Outcomes.of(operator, decidingRule, name(at).text(), now, operandAt(at));
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Operation operation
                && operator == operation.operator
                && isFlattened() == operation.isFlattened()
                && Objects.equals(operand(), operation.operand());
    }

    @Override
    public final int hashCode() {
        return operator.symbol().hashCode() * 31 + properties().hashCode();
    }

    @Override
    public final String toString() {
        return operator.symbol() + " " + operand();
    }
}
