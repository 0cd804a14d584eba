package io.github.profileengine.laws;

import static io.github.profileengine.laws.WrongOperators.applied;

import io.github.profileengine.oracle.OracleOperators;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleValues;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** List operators that lead to another list. Keys are as in {@link WrongReducers}. */
final class WrongLists {
    private WrongLists() {}

    /** An operator that makes another list of the elements of a stored list and those of the operand. */
    private static Function<OracleOptions, OracleOperators> wrong(String operator, BinaryOperator<List<Object>> list) {
        return WrongOperators.wrong(
                operator,
                (now, operand, right) -> now instanceof List
                        ? applied(list.apply(OracleValues.elements(now), OracleValues.elements(operand)))
                        : null);
    }

    static Map<String, Function<OracleOptions, OracleOperators>> all() {
        Map<String, Function<OracleOptions, OracleOperators>> all = new LinkedHashMap<>();
        unions(all);
        removals(all);
        all.put(
                "l43: append puts its element first",
                WrongOperators.wrong(
                        "$append",
                        (now, operand, right) -> now instanceof List
                                ? applied(joined(Collections.singletonList(operand), OracleValues.elements(now)))
                                : null));
        for (String operator : List.of("$union", "$append")) {
            all.put(
                    "l46: " + operator.substring(1) + " makes a list of what is none",
                    WrongOperators.wrong(
                            operator,
                            (now, operand, right) -> right.problem().equals("on-non-list")
                                    ? applied(joined(OracleValues.elements(now), OracleValues.elements(operand)))
                                    : null));
        }
        return all;
    }

    private static void unions(Map<String, Function<OracleOptions, OracleOperators>> all) {
        all.put(
                "l28: union goes through a hash set",
                wrong("$union", (stored, more) -> new ArrayList<>(new HashSet<>(joined(stored, more)))));
        all.put("l29: union compares containers by identity", wrong("$union", (stored, more) -> {
            more.removeIf(element -> !isContainer(element) && stored.contains(element));
            return joined(stored, more);
        }));
        all.put("l30: union puts new elements first", wrong("$union", (stored, more) -> {
            more.removeIf(stored::contains);
            return OracleValues.unique(joined(more, stored));
        }));
        all.put("l31: union replaces what is there", wrong("$union", (stored, more) -> OracleValues.unique(more)));
        all.put("l72: union orders by identity", wrong("$union", (stored, more) -> {
            List<Object> merged = OracleValues.unique(joined(stored, more));
            merged.sort(Comparator.comparingInt(System::identityHashCode));
            return merged;
        }));
        all.put("l44: union of one element stores it bare", WrongOperators.wrong("$union", (now, operand, right) -> {
            List<Object> elements = OracleValues.elements(operand);
            return now == OracleOperators.ABSENT && elements.size() == 1 ? applied(elements.get(0)) : null;
        }));
    }

    private static void removals(Map<String, Function<OracleOptions, OracleOperators>> all) {
        all.put("l39: remove goes through a set", wrong("$remove", (stored, gone) -> {
            stored.removeAll(gone);
            return new ArrayList<>(new LinkedHashSet<>(stored));
        }));
        all.put(
                "l39: remove knows lists only",
                WrongOperators.wrong(
                        "$remove",
                        (now, operand, right) ->
                                operand instanceof List ? null : new OracleOperators.Effect(now, "absent")));
        all.put("l40: remove of what is not there takes the last", wrong("$remove", (stored, gone) -> {
            boolean found = stored.removeAll(gone);
            return found || stored.isEmpty() ? stored : stored.subList(0, stored.size() - 1);
        }));
        all.put("l42: remove takes the last only", wrong("$remove", (stored, gone) -> {
            gone.stream().mapToInt(stored::lastIndexOf).filter(at -> at >= 0).forEach(stored::remove);
            return stored;
        }));
        all.put("l45: remove steps over what follows a removed element", wrong("$remove", (stored, gone) -> {
            for (int i = 0; i < stored.size(); i++) {
                if (gone.contains(stored.get(i))) {
                    stored.remove(i);
                }
            }
            return stored;
        }));
    }

    private static boolean isContainer(Object element) {
        return element instanceof List || element instanceof Map;
    }

    private static List<Object> joined(List<Object> first, List<Object> second) {
        List<Object> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
