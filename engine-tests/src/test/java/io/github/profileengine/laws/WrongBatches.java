package io.github.profileengine.laws;

import io.github.profileengine.laws.StoreUnderTest.EntryResult;
import io.github.profileengine.oracle.Oracle;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleUpdate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Stores that treat a whole batch wrongly. Keys are as in {@link WrongReducers}. */
final class WrongBatches {
    private static final EntryResult NOTHING = new EntryResult(List.of(), null, null, null);

    private WrongBatches() {}

    /** How a store applies a batch. */
    private interface Rule {
        List<EntryResult> apply(StoreUnderTest store, List<? extends OracleEntry> batch);
    }

    static Map<String, Function<OracleOptions, ReducerUnderTest>> all() {
        Map<String, Rule> all = new LinkedHashMap<>();
        all.put("l58: a batch is sorted by operator", (store, batch) -> {
            Comparator<Integer> byOperator = Comparator.comparing(at -> operators(batch.get(at)));
            return inOrder(store, batch, indexes(batch, 1).sorted(byOperator).toList());
        });
        all.put("l58: a record that came before is left out", WrongBatches::withoutRepeats);
        all.put("l58: the first error ends the batch", WrongBatches::untilError);
        all.put("l59: a batch takes thirty entries", (store, batch) -> {
            List<EntryResult> results = new ArrayList<>(store.apply(batch.subList(0, Math.min(30, batch.size()))));
            results.addAll(Collections.nCopies(batch.size() - results.size(), NOTHING));
            return results;
        });
        all.put("l61: two queues take turns in a batch", (store, batch) -> {
            List<Integer> order = new ArrayList<>(indexes(batch, 2).toList());
            indexes(batch, 1).filter(at -> at % 2 == 1).forEach(order::add);
            return inOrder(store, batch, order);
        });
        all.put(
                "l62: an empty batch is an error",
                (store, batch) -> batch.isEmpty()
                        ? List.of(new EntryResult(List.of(), "record-json-not-an-object", null, null))
                        : store.apply(batch));
        all.put(
                "l63: an error names the object",
                each(result -> result.rejection() == null
                        ? result
                        : new EntryResult(
                                result.outcomes(), result.rejection(), "@" + System.identityHashCode(result), null)));
        all.put(
                "l64: a rejected record counts as accepted",
                each(result -> new EntryResult(result.outcomes(), null, null, result.alias())));
        Map<String, Function<OracleOptions, ReducerUnderTest>> subjects = new LinkedHashMap<>();
        all.forEach((name, rule) ->
                subjects.put(name, options -> new Subject(new OracleReducer(new Oracle(options)), rule)));
        return subjects;
    }

    private static java.util.stream.Stream<Integer> indexes(List<?> batch, int step) {
        return IntStream.range(0, batch.size()).filter(at -> at % step == 0).boxed();
    }

    private static String operators(OracleEntry entry) {
        return entry instanceof OracleUpdate update ? update.operands().keySet().toString() : "";
    }

    private static List<EntryResult> inOrder(
            StoreUnderTest store, List<? extends OracleEntry> batch, List<Integer> order) {
        List<EntryResult> results = new ArrayList<>(Collections.nCopies(batch.size(), NOTHING));
        order.forEach(at -> results.set(at, store.apply(List.of(batch.get(at))).get(0)));
        return results;
    }

    private static List<EntryResult> withoutRepeats(StoreUnderTest store, List<? extends OracleEntry> batch) {
        Map<OracleEntry, EntryResult> results = new HashMap<>();
        return batch.stream()
                .map(entry -> results.computeIfAbsent(
                        entry, first -> store.apply(List.of(first)).get(0)))
                .toList();
    }

    private static List<EntryResult> untilError(StoreUnderTest store, List<? extends OracleEntry> batch) {
        List<EntryResult> results = new ArrayList<>();
        boolean ended = false;
        for (OracleEntry entry : batch) {
            EntryResult result = ended ? NOTHING : store.apply(List.of(entry)).get(0);
            ended |= result.rejection() != null;
            results.add(result);
        }
        return results;
    }

    private static Rule each(UnaryOperator<EntryResult> wrong) {
        return (store, batch) -> store.apply(batch).stream().map(wrong).toList();
    }

    private record Subject(OracleReducer right, Rule rule) implements ReducerUnderTest {
        @Override
        public Object state(OracleId id, Map<String, Object> properties) {
            return right.state(id, properties);
        }

        @Override
        public Map<String, Object> read(Object state) {
            return right.read(state);
        }

        @Override
        public Step reduce(Object before, OracleUpdate update) {
            return right.reduce(before, update);
        }

        @Override
        public StoreUnderTest newStore() {
            return new Store(right.newStore(), rule);
        }
    }

    private record Store(StoreUnderTest right, Rule rule) implements StoreUnderTest {
        @Override
        public List<EntryResult> apply(List<? extends OracleEntry> batch) {
            return rule.apply(right, batch);
        }

        @Override
        public Map<String, Object> profile(OracleId id) {
            return right.profile(id);
        }

        @Override
        public long count() {
            return right.count();
        }
    }
}
