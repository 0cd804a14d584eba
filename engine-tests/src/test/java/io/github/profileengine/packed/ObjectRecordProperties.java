package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.RandomValues;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.representation.Name;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.table.PlainTable;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.TableStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Objects in records change as objects outside of records do. They grow out of records, and shrink back into them. */
class ObjectRecordProperties {
    private static final Reducer REDUCER = new Reducer(ReducerOptions.defaults());
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final List<String> NAMES = List.of("a", "b", "c");
    private static final List<String> KEYS = keys();

    // Each key has a number, even if earlier tests have used up many.
    private static List<String> keys() {
        List<String> keys = new ArrayList<>();
        IntStream.range(0, 80).mapToObj(at -> "key " + at).forEach(keys::add);
        keys.addAll(List.of("a", "", "\u00e9"));
        keys.forEach(key -> assertThat(Name.of(key).number()).isPositive());
        keys.add("long ".repeat(60));
        return keys;
    }

    private static Object value(RandomValues values, int depth) {
        if (depth > 0 && values.percent(15)) {
            return object(values, depth - 1);
        } else if (depth > 0 && values.percent(15)) {
            return List.of(value(values, depth - 1), value(values, 0));
        }
        return values.percent(25)
                ? "t".repeat(180)
                : values.of(List.of(true, 1L, 300L, 1L << 40, 0.5, "", "text", "2024-02-29T23:59:59", "\u4e16\u754c"));
    }

    private static Map<String, Object> object(RandomValues values, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        int size = values.of(List.of(0, 1, 1, 2, 2, 3, values.percent(20) ? 63 : 5));
        boolean few = values.percent(90);
        for (int key = 0; key < size; key++) {
            object.put(few ? KEYS.get(key) : values.of(KEYS), size > 60 ? (Object) true : value(values, depth));
        }
        return object;
    }

    private static Update update(RandomValues values) {
        UpdateBuilder update = Update.of(ADA);
        String name = values.of(NAMES);
        switch (values.of(List.of(0, 1, 1, 1, 2, 3, 4, 5, 6))) {
            case 0 -> update.set(name, object(values, 2));
            case 1 -> update.merge(name, object(values, 1));
            case 2 -> update.append(name, object(values, 1)).union(values.of(NAMES), List.of(object(values, 0)));
            case 3 -> update.remove(name, List.of(object(values, 0)));
            case 4 -> update.setOnce(name, object(values, 1)).add(values.of(NAMES), 1);
            case 5 -> update.unset(name, values.of(NAMES)).set("text", "x".repeat(values.of(List.of(0, 40, 400))));
            default -> update.set(name, value(values, 2)).merge(name, object(values, 1));
        }
        return update.build();
    }

    private static Profile applied(ProfileTable table, Update update, List<Outcome> outcomes) {
        TableStep step = new TableStep(Admission.ALL);
        step.begin(true, false);
        table.apply(update, step);
        outcomes.addAll(step.outcomes());
        return table.get(ADA);
    }

    private static String text(@Nullable Profile profile) {
        return profile == null ? "none" : profile.canonicalText();
    }

    @Property(tries = 300)
    void objects_anyUpdates_becomeTheSameInRecordsAndOutside(@ForAll long seed) {
        RandomValues values = new RandomValues(new Random(seed));
        for (PackedSizes sizes : List.of(PackedSizes.DEFAULT, Sizes.TINY)) {
            ProfileTable records = new PackedTable(REDUCER, sizes);
            PlainTable objects = new PlainTable(REDUCER);
            Map<FrozenTable, Profile> moments = new HashMap<>();
            for (int round = 0; round < 40; round++) {
                Update update = update(values);
                List<Outcome> expectedOutcomes = new ArrayList<>();
                List<Outcome> outcomes = new ArrayList<>();
                Profile expected = applied(objects, update, expectedOutcomes);
                Profile found = applied(records, update, outcomes);
                assertThat(found).as("%s", update).isEqualTo(expected);
                assertThat(text(found)).isEqualTo(text(expected));
                assertThat(outcomes).as("%s", update).isEqualTo(expectedOutcomes);
                assertThat(records.bytes()).as("bytes after %s", update).isEqualTo(objects.bytes());
                if (values.percent(15)) {
                    FrozenTable frozen = records.freeze();
                    moments.put(frozen, expected);
                    records = values.percent(50) ? frozen.thaw(REDUCER) : records;
                }
            }
            moments.forEach((moment, profile) -> assertThat(moment.get(ADA)).isEqualTo(profile));
        }
    }

    /** Both tables report the same outcomes, also where an object is set to an equal one. */
    @Property(tries = 200)
    void object_setToItselfOrAnother_isToldSo(@ForAll long seed) {
        RandomValues values = new RandomValues(new Random(seed));
        ProfileTable records = new PackedTable(REDUCER, PackedSizes.DEFAULT);
        ProfileTable objects = new PlainTable(REDUCER);
        List<Outcome> outcomes = new ArrayList<>();
        List<Outcome> expected = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            Map<String, Object> object = object(values, 1);
            for (Map<String, Object> next :
                    List.of(object, new LinkedHashMap<>(object), Map.<String, Object>of("key 0", 1))) {
                Update update = Update.of(ADA).set("k", next).build();
                applied(records, update, outcomes);
                applied(objects, update, expected);
            }
        }
        assertThat(outcomes).isEqualTo(expected).allMatch(outcome -> outcome.operator() == Operator.SET);
    }
}
