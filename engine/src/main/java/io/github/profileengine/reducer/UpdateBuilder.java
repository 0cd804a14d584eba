package io.github.profileengine.reducer;

import io.github.profileengine.location.Coordinates;
import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.representation.Name;
import io.github.profileengine.value.ValueBuilder;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Collects one update. Several calls of one operator make one operation with the effect of all calls in order: of two
 * {@code set} of a property the last counts, two {@code remove} take out both values. Two {@code add} or {@code append}
 * of one property, or two {@code merge} of which one is not an object, throw {@code IllegalArgumentException}, because
 * an update holds one operand for each; make two updates. Strict rules check the result of all calls together. Not
 * thread-safe.
 *
 * <p>Values are those that {@link ValueBuilder#copyOf} takes, up to 98 levels: {@code null}, texts, numbers, booleans,
 * lists and maps of these. Others, such as a {@code Date} or a set without order, throw
 * {@code IllegalArgumentException}. So does what no value may hold, such as text with an unpaired surrogate. A value
 * that an operator cannot use is kept, and ignored when the update is applied.
 */
public final class UpdateBuilder {
    final ProfileId target;
    // In the order of operators, at most one of each. The array
    // is never changed, because updates that were built share it.
    private @Nullable Operation first;
    private Operation[] later = OperatorOrder.NONE;

    // Operations that grow by calls with one property each; at most one for each operator.
    private @Nullable OperandRun runs;

    @Nullable
    Instant time;

    boolean ignoreTime;
    boolean ignoreAlias;

    @Nullable
    Coordinates coordinates;

    private @Nullable String ip;
    private @Nullable String requestIp;

    UpdateBuilder(ProfileId target) {
        this.target = Objects.requireNonNull(target, "target");
    }

    /** {@code $set}: writes a property. */
    public UpdateBuilder set(String name, @Nullable Object value) {
        return operation(Operator.SET, name, value);
    }

    /** {@code $set}: writes properties; an empty map only creates a missing profile. */
    public UpdateBuilder set(Map<String, ? extends @Nullable Object> values) {
        return operation(Operation.of(Operator.SET, values));
    }

    /** {@code $set_once}: writes a property that is missing. */
    public UpdateBuilder setOnce(String name, @Nullable Object value) {
        return operation(Operator.SET_ONCE, name, value);
    }

    /** {@code $set_once}: writes properties that are missing. */
    public UpdateBuilder setOnce(Map<String, ? extends @Nullable Object> values) {
        return operation(Operation.of(Operator.SET_ONCE, values));
    }

    /** {@code $merge}: puts the keys of an object into an object. */
    public UpdateBuilder merge(String name, @Nullable Object object) {
        return operation(Operator.MERGE, name, object);
    }

    /** {@code $merge}: puts the keys of objects into objects. */
    public UpdateBuilder merge(Map<String, ? extends @Nullable Object> objects) {
        return operation(Operation.of(Operator.MERGE, objects));
    }

    /** {@code $add}: adds to a number. */
    public UpdateBuilder add(String name, @Nullable Object number) {
        return operation(Operator.ADD, name, number);
    }

    /** {@code $add}: adds to numbers. */
    public UpdateBuilder add(Map<String, ? extends @Nullable Object> numbers) {
        return operation(Operation.of(Operator.ADD, numbers));
    }

    /** {@code $union}: adds missing values to a list; a value that is not a list counts as a list of one. */
    public UpdateBuilder union(String name, @Nullable Object values) {
        return operation(Operator.UNION, name, values);
    }

    /** {@code $union}: adds missing values to lists. */
    public UpdateBuilder union(Map<String, ? extends @Nullable Object> lists) {
        return operation(Operation.of(Operator.UNION, lists));
    }

    /** {@code $append}: adds one element at the end of a list. */
    public UpdateBuilder append(String name, @Nullable Object value) {
        return operation(Operator.APPEND, name, value);
    }

    /** {@code $append}: adds one element each at the end of lists. */
    public UpdateBuilder append(Map<String, ? extends @Nullable Object> values) {
        return operation(Operation.of(Operator.APPEND, values));
    }

    /** {@code $remove}: removes all equal elements from a list; a list names several. */
    public UpdateBuilder remove(String name, @Nullable Object value) {
        return operation(Operator.REMOVE, name, value);
    }

    /** {@code $remove}: removes all equal elements from lists. */
    public UpdateBuilder remove(Map<String, ? extends @Nullable Object> values) {
        return operation(Operation.of(Operator.REMOVE, values));
    }

    /** {@code $unset}: removes properties. */
    public UpdateBuilder unset(String... names) {
        return operation(Operation.of(Operator.UNSET, names));
    }

    /** {@code $unset}: removes properties. */
    public UpdateBuilder unset(Collection<String> names) {
        return unset(names.toArray(String[]::new));
    }

    /** {@code $delete}: deletes the profile. */
    public UpdateBuilder delete() {
        return operation(Operation.of(Operator.DELETE, null));
    }

    /**
     * Adds an operation, as a codec built it.
     *
     * @throws IllegalArgumentException as {@link Operation#requireAsItCame}, and as {@link Operation#plus} if there is
     *     one of the same operator
     */
    public UpdateBuilder operation(Operation operation) {
        operation.requireAsItCame();
        endRuns();
        Operation before = known(operation.operator());
        put(before == null ? operation : before.plus(operation));
        return this;
    }

    private void endRuns() {
        while (runs != null) {
            put(runs.operation());
            runs = runs.next();
        }
    }

    private @Nullable Operation known(Operator operator) {
        if (first == null || first.operator() == operator) {
            return first;
        }
        return OperatorOrder.find(later, operator);
    }

    // Puts an operation in the place of its operator, instead of the one that is there.
    private void put(Operation operation) {
        if (first == null || first.operator() == operation.operator()) {
            first = operation;
        } else if (operation.operator().compareTo(first.operator()) < 0) {
            later = OperatorOrder.with(later, first);
            first = operation;
        } else {
            later = OperatorOrder.with(later, operation);
        }
    }

    // Has the effect of a map with one entry, without creating a map.
    private UpdateBuilder operation(Operator operator, String name, @Nullable Object value) {
        Name named = Name.ofProperty(name);
        Object canonical = ValueBuilder.copyOf(name, value, Operation.MAX_OPERAND_DEPTH - 1);
        OperandRun run = OperandRun.of(operator, runs);
        if (run == null) {
            Operation begun = known(operator);
            if (begun == null) {
                put(Operation.ofProperty(operator, named, canonical));
                return this;
            }
            run = new OperandRun(begun, runs);
            runs = run;
        }
        run.add(named, canonical);
        return this;
    }

    /**
     * {@code $time}: when the update happened; the time of the engine's clock if this is never called.
     *
     * @throws IllegalArgumentException if it is outside the years 0000 to 9999
     */
    public UpdateBuilder time(Instant happened) {
        UpdateTime.requireInRange(happened);
        time = happened;
        return this;
    }

    /** {@code $ignore_time}: leaves {@code $last_seen} unchanged. */
    public UpdateBuilder ignoreTime() {
        return ignoreTime(true);
    }

    public UpdateBuilder ignoreTime(boolean on) {
        ignoreTime = on;
        return this;
    }

    /** {@code $ignore_alias}: takes the distinct id literally. */
    public UpdateBuilder ignoreAlias() {
        return ignoreAlias(true);
    }

    public UpdateBuilder ignoreAlias(boolean on) {
        ignoreAlias = on;
        return this;
    }

    /** {@code $ip}: the address to locate, {@code "0"} for none; a text that is neither counts as not given. */
    public UpdateBuilder ip(String address) {
        ip = UpdateIp.of(address);
        return this;
    }

    /** {@code $ip} 0: there is no address to locate. */
    public UpdateBuilder noIp() {
        return ip(UpdateIp.NONE);
    }

    /** The address from which the request came; it counts only if the update itself says nothing about one. */
    public UpdateBuilder requestIp(String address) {
        requestIp = UpdateIp.of(address);
        return this;
    }

    /** {@code $latitude} and {@code $longitude} in degrees; out of range they count as not given. */
    public UpdateBuilder coordinates(double latitude, double longitude) {
        coordinates = Coordinates.isInRange(latitude, longitude) ? new Coordinates(latitude, longitude) : null;
        return this;
    }

    /**
     * Builds the update. {@code $ip} is never stored, so it is removed from the properties of all operators but
     * {@code $unset}. If {@link #ip} and {@link #noIp} gave nothing, its value in {@code $set}, or else in
     * {@code $set_once}, is the address to locate.
     *
     * @throws InvalidUpdateException if it has no operator, or one that is not allowed on groups while the target is a
     *     group
     */
    public Update build() {
        endRuns();
        if (first == null) {
            throw new InvalidUpdateException(Rule.RECORD_OPERATOR_MISSING, "operator", "missing or empty");
        }
        requireAllowed(first);
        for (Operation operation : later) {
            requireAllowed(operation);
        }
        if (!UpdateIp.isNamedBy(first, later)) {
            return new Update(this, first, later, ip == null ? requestIp : ip);
        }
        String told = ip == null ? UpdateIp.in(first, later) : ip;
        return new Update(this, UpdateIp.without(first), UpdateIp.without(later), told == null ? requestIp : told);
    }

    private void requireAllowed(Operation operation) {
        Operator operator = operation.operator();
        if (target.isGroup() && !operator.allowedOnGroups()) {
            throw new InvalidUpdateException(
                    Rule.RECORD_OPERATOR_NOT_FOR_GROUPS, operator.symbol(), "not allowed on groups");
        }
    }
}
