package io.github.profileengine.wire.workload;

import io.github.profileengine.operation.Operator;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names of all properties, divided among the kinds that a mix of operators needs. Immutable. */
final class PropertyNames {
    private final Map<PropertyKind, List<String>> names = new EnumMap<>(PropertyKind.class);

    PropertyNames(OperatorMix mix, int properties) {
        List<PropertyKind> kinds = new ArrayList<>(kinds(mix));
        for (PropertyKind kind : kinds) {
            names.put(kind, new ArrayList<>());
        }
        for (int i = 0; i < properties && !kinds.isEmpty(); i++) {
            PropertyKind kind = kinds.get(i % kinds.size());
            List<String> ofKind = of(kind);
            ofKind.add(kind.name().toLowerCase(Locale.ROOT) + "_" + ofKind.size());
        }
    }

    /** The fewest properties that a mix needs: one of each kind. */
    static int fewest(OperatorMix mix) {
        return kinds(mix).size();
    }

    private static Set<PropertyKind> kinds(OperatorMix mix) {
        Set<PropertyKind> kinds = EnumSet.noneOf(PropertyKind.class);
        for (Operator operator : Operator.values()) {
            if (operator != Operator.DELETE && mix.has(operator)) {
                kinds.add(PropertyKind.of(operator));
            }
        }
        return kinds;
    }

    List<String> of(PropertyKind kind) {
        return names.getOrDefault(kind, List.of());
    }
}
