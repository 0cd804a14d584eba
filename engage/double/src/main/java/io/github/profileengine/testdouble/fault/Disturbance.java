package io.github.profileengine.testdouble.fault;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An update that was not applied as it was sent. Immutable.
 *
 * @param kind what happened to it
 * @param request which request held it, counting from 1 those with valid updates since the plan was set
 * @param index its place in the payload of the request, from 0
 * @param sent the profile that it names
 * @param target the profile that it was meant for, aliases followed
 * @param touched the properties that it may have made differ, by operator; for {@code $delete} none are named, and all
 *     are meant
 */
public record Disturbance(
        DisturbanceKind kind,
        long request,
        int index,
        ProfileId sent,
        ProfileId target,
        Map<Operator, Set<String>> touched) {

    /** What the operators of an update name. */
    static Map<Operator, Set<String>> named(Update update) {
        Map<Operator, Set<String>> named = new EnumMap<>(Operator.class);
        for (Operation operation : update.operations()) {
            named.put(operation.operator(), new TreeSet<>(operation.propertyNames()));
        }
        return named;
    }

    /** What an update changed. */
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

    /** About how many characters it takes to remember. */
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
