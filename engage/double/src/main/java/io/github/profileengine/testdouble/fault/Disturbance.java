package io.github.profileengine.testdouble.fault;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.testdouble.journal.DisturbanceKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An update that was not applied as it was sent. Immutable.
 *
 * @param kind what happened to the update
 * @param request the number of its request: those with valid updates since the plan was set are counted from 1
 * @param index its place in the payload of the request, from 0
 * @param sent the profile that the update names
 * @param target the profile that the update was meant for, aliases followed
 * @param touched the properties that may differ because of it, by operator; for {@code $delete} no property is named,
 *     and all are meant
 */
public record Disturbance(
        DisturbanceKind kind,
        long request,
        int index,
        ProfileId sent,
        ProfileId target,
        Map<Operator, Set<String>> touched) {

    /** The properties that the operators of an update name. */
    static Map<Operator, Set<String>> named(Update update) {
        Map<Operator, Set<String>> named = new EnumMap<>(Operator.class);
        for (Operation operation : update.operations()) {
            named.put(operation.operator(), new TreeSet<>(operation.propertyNames()));
        }
        return named;
    }

    /** The properties that the operators of an update changed. */
    static Map<Operator, Set<String>> changed(List<Outcome> outcomes) {
        Map<Operator, Set<String>> changed = new EnumMap<>(Operator.class);
        for (Outcome outcome : outcomes) {
            if (outcome.operator() != null && outcome.kind().compareTo(Outcome.Kind.UNCHANGED) < 0) {
                Set<String> names = changed.computeIfAbsent(outcome.operator(), operator -> new TreeSet<>());
                if (outcome.property() != null) {
                    names.add(outcome.property());
                }
            }
        }
        return changed;
    }

    boolean touches(Operator operator, String property) {
        Set<String> names = touched.get(operator);
        return names != null && (operator == Operator.DELETE || names.contains(property));
    }

    /** About how many characters of memory it takes. */
    long weight() {
        return 200
                + touched.values().stream()
                        .flatMap(Set::stream)
                        .mapToLong(name -> name.length() + 40L)
                        .sum();
    }

    Map<String, Object> members() {
        return new TreeMap<>(Map.of("kind", kind.word(), "request", request, "index", index));
    }
}
