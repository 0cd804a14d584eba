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
 * An operator with its operand. Immutable. What it does is two pure functions of one property's value, {@code after}
 * and {@code rule}; {@code $delete} alone speaks of the whole profile.
 *
 * <p>An operand is held as it came: building an operation fails only for what fails a record, and a value that the
 * operator cannot use is carried and ignored when applied.
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

    /** How many lists and objects of an operand may lie inside each other: 100 levels less the record itself. */
    public static final int MAX_OPERAND_DEPTH = 99;

    private final Operator operator;
    // The property, if it is one, as it mostly is: no object of names and operands is made then unless asked for.
    private final @Nullable Name only;
    // That property's operand, else an ObjectValue of all.
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
     * @param operand what {@link ValueBuilder#copyOf} takes: for {@code $unset} a list of names or one name, for
     *     {@code $delete} anything, else an object; an empty list counts as an empty object
     * @throws InvalidOperandException if the operand has the wrong JSON type as a whole
     * @throws IllegalArgumentException if it is no JSON value, or nested over {@value #MAX_OPERAND_DEPTH} levels
     */
    public static Operation of(Operator operator, @Nullable Object operand) {
        return ofValue(operator, operator == Operator.DELETE ? null : ValueBuilder.copyOf(operand, MAX_OPERAND_DEPTH));
    }

    /**
     * As {@link #of}, of a value that a {@link ValueBuilder} built under its own bound of nesting.
     *
     * @throws InvalidOperandException if the operand has the wrong JSON type as a whole
     */
    public static Operation ofValue(Operator operator, @Nullable Object value) {
        return switch (operator) {
            case UNSET -> UnsetOperation.ofValue(value);
            case DELETE -> DeleteOperation.INSTANCE;
            default -> ofNamed(operator, namedProperties(operator, value));
        };
    }

    private static Operation ofNamed(Operator operator, ObjectValue properties) {
        return properties.size() == 1
                ? made(operator, properties.name(0), properties.value(0))
                : made(operator, null, properties);
    }

    private static Operation made(Operator operator, @Nullable Name only, @Nullable Object operands) {
        return switch (operator) {
            case SET -> new SetOperation(only, operands, Set.of());
            case SET_ONCE -> new SetOnceOperation(only, operands, Set.of());
            case MERGE -> new MergeOperation(only, operands, Set.of());
            case ADD -> new AddOperation(only, operands, Set.of());
            case UNION -> new UnionOperation(only, operands, Set.of());
            case APPEND -> new AppendOperation(only, operands, Set.of(), false);
            case REMOVE -> new RemoveOperation(only, operands, Set.of());
            case UNSET, DELETE -> throw new IllegalArgumentException(operator.symbol() + " has no named operands");
        };
    }

    private static ObjectValue namedProperties(Operator operator, @Nullable Object value) {
        if (value instanceof ObjectValue object) {
            return object;
        }
        if (value instanceof List<?> list && list.isEmpty()) {
            return ObjectValue.EMPTY;
        }
        throw new InvalidOperandException(operator, "not an object");
    }

    public final Operator operator() {
        return operator;
    }

    /** The operand as a canonical value: an object, for {@code $unset} its name or names, for {@code $delete} null. */
    public @Nullable Object operand() {
        return properties();
    }

    /** The names of the properties it speaks of, in code point order, each once. */
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
     * The operand of a property, a canonical value; of {@code $unset} null.
     *
     * @param at its place among the {@link #propertyNames}
     * @throws IndexOutOfBoundsException if there is no such place
     */
    public final @Nullable Object operandAt(int at) {
        if (only == null) {
            return several().value(at);
        }
        Objects.checkIndex(at, 1);
        return operands;
    }

    /** Without the property of a name; this instance if it does not write one of that name. */
    public final Operation without(Name name) {
        int at = indexOf(name);
        return at < 0 || operator == Operator.UNSET ? this : with(properties().without(at));
    }

    /**
     * This operation and a later one of the same operator as one that does what both would, one after the other.
     *
     * @throws IllegalArgumentException if both name a property and no single operand does what the two would: two
     *     {@code $add} or {@code $append}, or two {@code $merge} that are not both objects; or an object becomes an
     *     element and is then nested over {@value #MAX_OPERAND_DEPTH} levels in all
     */
    public final Operation plus(Operation later) {
        if (later.operator != operator) {
            throw new IllegalArgumentException(operator.symbol() + " and " + later.operator.symbol());
        }
        return with(OperandJoin.of(operator, properties(), later.properties()));
    }

    /** Under the option that an appended list adds its elements; this instance if it is no {@code $append}. */
    public Operation flattened() {
        return this;
    }

    /**
     * With names and texts cut at every depth; this instance if all fit.
     *
     * @param maxNameCodePoints longest name, in code points
     * @param maxTextBytes longest text, in bytes of UTF-8
     */
    public final Operation truncated(int maxNameCodePoints, int maxTextBytes) {
        Truncation truncation = new Truncation(maxNameCodePoints, maxTextBytes);
        for (int at = 0; at < count(); at++) {
            if (!truncation.fits(name(at), operandAt(at))) {
                return cut(truncation);
            }
        }
        return this;
    }

    private Operation cut(Truncation truncation) {
        Truncation.Result cut = truncation.of(properties());
        return with(cut.properties(), cut.changed());
    }

    // The functions below speak of the representation, so only this module can use them.

    /**
     * An operation of one property.
     *
     * @param operand a canonical value
     * @throws IllegalArgumentException if the operator's operand is no object, as of {@code $unset} and {@code $delete}
     */
    public static Operation ofProperty(Operator operator, Name name, @Nullable Object operand) {
        return made(operator, name, operand);
    }

    /** The name of a property, by its place among the {@link #propertyNames}. */
    public final Name name(int at) {
        if (only == null) {
            return several().name(at);
        }
        assert at == 0 : at;
        return only;
    }

    /** The place of a property among the {@link #propertyNames}, or a negative number. */
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

    /** The same operator, and what was cut of its names, on other properties. */
    public final Operation with(ObjectValue changed) {
        return with(changed, truncated);
    }

    private Operation with(ObjectValue changed, Set<Name> cut) {
        return changed.size() == 1 ? with(changed.name(0), changed.value(0), cut) : with(null, changed, cut);
    }

    /**
     * The one operand that does to a property what an earlier and a later one would.
     *
     * @throws IllegalArgumentException as {@link #plus}
     */
    public final @Nullable Object joined(Name name, @Nullable Object earlier, @Nullable Object later) {
        return OperandJoin.joined(operator, name, earlier, later);
    }

    /** The property's new value; {@link CurrentValue#KEEP} if it stays, {@link CurrentValue#ABSENT} if it goes. */
    public abstract @Nullable Object after(CurrentValue now, @Nullable Object operand);

    /** Why {@link #after} answered {@code after}. */
    public abstract Rule rule(CurrentValue now, @Nullable Object operand, @Nullable Object after);

    // As the constructor took them.

    final @Nullable Name only() {
        return only;
    }

    final @Nullable Object operands() {
        return operands;
    }

    final Set<Name> truncatedNames() {
        return truncated;
    }

    /** The same operator on what the constructor takes. */
    abstract Operation with(@Nullable Name only, @Nullable Object operands, Set<Name> cut);

    /**
     * As {@link #rule}, for the property at a position of the operand; that of truncation where limits cut what is
     * there.
     */
    public final Rule decidingRule(int at, CurrentValue now, @Nullable Object after) {
        boolean cut = after != CurrentValue.KEEP && !truncated.isEmpty() && truncated.contains(name(at));
        return cut ? Rule.truncated(operator) : rule(now, operandAt(at), after);
    }

    /** What happened by the {@link #decidingRule} rule to the property at a position of the operand, told to people. */
    public final Outcome outcome(int at, CurrentValue now, Rule decidingRule) {
        return Outcomes.of(operator, decidingRule, name(at).text(), now, operandAt(at));
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof Operation operation
                && operator == operation.operator
                && (flattened() == this) == (operation.flattened() == operation)
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
