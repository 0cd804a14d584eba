package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.RandomValues;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.Shape;
import io.github.profileengine.representation.Slots;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.table.PlainTable;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.TableStep;
import io.github.profileengine.value.ValueBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Records that hold their names in each of the three ways of {@link RecordNames}, and change from one to another. */
class NamedRecordProperties {
    private static final Reducer REDUCER = new Reducer(ReducerOptions.defaults());
    private static final String LONG_NAME = "long ".repeat(60);
    // In the order of names these are before, between and after one another; half are new to a profile of 1,030 names.
    private static final List<Object> NEIGHBOURS =
            List.of("", 1, 10, 102, 1_029, 1_030, 1_031, 1_032, 1_033, 1_034, 103, 104);
    private static final int PROFILES = 5;
    private static final int STEPS = 40;

    private final TableStep step = new TableStep(Admission.ALL);

    private static ProfileId id(int number) {
        return ProfileId.user("p", "u" + number);
    }

    private static String name(RandomValues values) {
        return values.percent(10)
                ? LONG_NAME
                : "n" + values.of(List.of(1, 2, 3, 5, 8, 13, 21, 1_031, 1_032, 1_033, 1_034, 1_035));
    }

    private static Object value(RandomValues values) {
        return values.percent(15) ? values.value() : values.of(List.of(1L, true, 300L, "text", "t".repeat(200), 0.5));
    }

    // Loaded as if no further shape could be shared, so that the record holds the names or the shape itself.
    private static Profile dictionary(RandomValues values, ProfileId id) {
        Map<Name, Object> properties = new TreeMap<>();
        int count = values.of(List.of(1, 2, 6, 60, 1_030));
        for (int at = 0; at < count; at++) {
            properties.put(Name.of(count > 10 ? "n" + at : name(values)), canonical(value(values)));
        }
        Name[] names = properties.keySet().toArray(Name[]::new);
        return Profile.ofContent(
                id, Shape.dictionary(names), Slots.of(properties.values().toArray()));
    }

    private static Object canonical(Object value) {
        return ValueBuilder.copyOf(value, 99);
    }

    private static Update update(RandomValues values, ProfileId id) {
        return switch (values.of(List.of(0, 0, 0, 1, 1, 2, 3, 4, 5, 5, 5, 5))) {
            case 0 -> Update.of(id).set(name(values), value(values)).build();
            case 1 -> Update.of(id).unset(name(values), name(values)).build();
            case 2 -> Update.of(id).append(name(values), value(values)).build();
            case 3 ->
                Update.of(id)
                        .set(name(values), 1)
                        .set("n0", value(values))
                        .set("z", "zz")
                        .build();
            case 4 -> Update.of(id).delete().build();
            default -> manyNames(values, id);
        };
    }

    // Few enough names to be spliced one by one, or more. Of neighbouring names, some are present and some are not. The
    // names that one operator writes are in order; those of several operators are not.
    private static Update manyNames(RandomValues values, ProfileId id) {
        UpdateBuilder update = Update.of(id);
        int count = values.of(List.of(2, 4, 7, 8, 12));
        if (values.percent(50)) {
            // Leaves the value as it was, if there was one.
            update.add("n1 or so", 1).set("n1 or so", 0);
        }
        for (int at = 0; at < count; at++) {
            String name = "n" + values.of(NEIGHBOURS);
            switch (values.of(List.of(0, 0, 1, 2, 3))) {
                case 0 -> update.set(name, value(values));
                case 1 -> update.setOnce(name, value(values));
                case 2 -> update.union(name, value(values));
                default -> update.unset(name);
            }
        }
        return update.build();
    }

    private void apply(Update update, ProfileTable... tables) {
        for (ProfileTable table : tables) {
            step.begin(false, false);
            table.apply(update, step);
            table.releaseScratch();
        }
    }

    @Property(tries = 150)
    void records_namedInAnyWay_areAsPlainProfiles_alsoInAFork(@ForAll long seed) {
        RandomValues values = new RandomValues(new Random(seed));
        for (PackedSizes sizes : List.of(PackedSizes.DEFAULT, Sizes.TINY, Sizes.CRAMPED)) {
            PackedTable packed = new PackedTable(REDUCER, sizes);
            ProfileTable plain = new PlainTable(REDUCER);
            FrozenTable frozen = packed.freeze();
            List<Profile> moment = new ArrayList<>();
            for (int turn = 0; turn < STEPS; turn++) {
                ProfileId id = id(values.of(List.of(0, 1, 2, 3, PROFILES - 1)));
                if (values.percent(20)) {
                    Profile profile = dictionary(values, id);
                    packed.load(profile);
                    plain.load(profile);
                } else {
                    apply(update(values, id), packed, plain);
                }
                assertThat(packed.get(id)).isEqualTo(plain.get(id));
                isAccountedFor(packed);
                if (turn == STEPS / 2) {
                    frozen = packed.freeze();
                    plain.forEach("p", moment::add);
                }
            }
            assertThat(packed.count()).isEqualTo(plain.count());
            plain.forEach("p", profile -> {
                Profile found = packed.get(profile.id());
                assertThat(found).isEqualTo(profile);
                assertThat(found.canonicalText()).isEqualTo(profile.canonicalText());
            });
            List<Profile> kept = new ArrayList<>();
            frozen.forEach("p", kept::add);
            assertThat(kept).containsExactlyInAnyOrderElementsOf(moment);
        }
    }

    // The heap counted for objects beside the records is what the records hold.
    private static void isAccountedFor(PackedTable table) {
        PackedProject project = table.projectOf(id(0));
        if (project == null) {
            return;
        }
        Records records = project.records();
        long[] held = new long[1];
        records.refs().forEachEntry(entry -> {
            RecordView record = records.view(RefTable.reference(entry));
            held[0] += record.shapeHeapSize() + RecordSizes.ofObjects(record);
        });
        assertThat(project.heapBytes() - records.heapBytes() - held[0]).isEqualTo(PackedProject.OWN_BYTES);
    }
}
