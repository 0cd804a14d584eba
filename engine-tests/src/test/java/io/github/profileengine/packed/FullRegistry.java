package io.github.profileengine.packed;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.Shape;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.TableStep;
import java.util.List;

/**
 * A program that runs in a JVM of its own, because shared shapes stay for the rest of the JVM's life. After
 * {@link #fill} no further set of names can get a shared shape, so records hold their names. See
 * {@link FullRegistryTest}.
 */
final class FullRegistry {
    private static final int RUNS = 40;
    private static final ProfileId ID = ProfileId.user("p", "u");

    private static final PackedTable TABLE = new PackedTable(new Reducer(ReducerOptions.defaults()));

    private FullRegistry() {}

    public static void main(String... none) {
        apply(Update.of(ID).set("a", 1).set("b", "two").set("c", 3).build());
        System.out.println("holds names at first: " + holdsNames());
        fill();
        for (Update update : List.of(
                Update.of(ID).unset("b").build(),
                Update.of(ID).set("b", 2).build(),
                Update.of(ID).set("bb", true).build(),
                Update.of(ID).unset("bb").build())) {
            apply(update);
            System.out.println(
                    "then: " + holdsNames() + ", number of b: " + Name.of("b").numberIfAny());
        }
        NamedRecordProperties properties = new NamedRecordProperties();
        for (int seed = 0; seed < RUNS; seed++) {
            properties.records_namedInAnyWay_areAsPlainProfiles_alsoInAFork(seed);
        }
        System.out.println("runs: " + RUNS);
    }

    // More shapes of two names than there is room for.
    private static void fill() {
        for (int one = 0; one < 300; one++) {
            Shape first = Shape.EMPTY.with(Name.of("x" + one));
            for (int other = 0; other < 300; other++) {
                first.with(Name.of("y" + other));
            }
        }
    }

    private static void apply(Update update) {
        TableStep step = new TableStep(Admission.ALL);
        step.begin(false, false);
        TABLE.apply(update, step);
    }

    private static boolean holdsNames() {
        PackedProject project = TABLE.projectOf(ID);
        RecordEditor editor = new RecordEditor();
        project.begin(project.find(ID), editor);
        return editor.base().holdsNames();
    }
}
