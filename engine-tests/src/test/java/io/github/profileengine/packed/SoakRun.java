package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.table.PlainTable;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.TableReads;
import io.github.profileengine.table.TableStep;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Applies random updates to a packed and a plain table, so that profiles grow, shrink, come and go. The two tables must
 * not differ.
 */
final class SoakRun {
    private static final String TOKEN = "p";
    private static final int IDS = 2_000;
    private static final int NAMES = 12;
    private static final int STEPS_OF_A_PHASE = 20_000;
    private static final ProfileId CHECKED = ProfileId.user(TOKEN, "checked");

    // A sixth may be garbage, two thirds between forks. Records keep spare room, more of it where their lists and
    // objects were large before. With a quarter as garbage it was 1.7 on average, and 3 at times just after most
    // profiles had been deleted.
    private static final double MOST_TIMES_FRESH = 3.5;

    private final Reducer reducer = new Reducer(ReducerOptions.defaults());
    private final PackedSizes sizes;
    private final Random random;
    private final TableStep step = new TableStep(Admission.ALL);
    private PackedTable packed;
    private final ProfileTable plain = new PlainTable(reducer);
    private @Nullable FrozenTable kept;
    private @Nullable FrozenTable keptPlain;
    private long steps;

    SoakRun(PackedSizes sizes, long seed) {
        this.sizes = sizes;
        this.packed = new PackedTable(reducer, sizes);
        this.random = new Random(seed);
    }

    /** What most updates of a phase do. */
    private enum Phase {
        GROW,
        SHRINK,
        CHURN,
        DELETE
    }

    void steps(int count) {
        for (int at = 0; at < count; at++) {
            Phase phase = Phase.values()[(int) (steps / STEPS_OF_A_PHASE % Phase.values().length)];
            Update update = update(phase);
            apply(packed, update);
            apply(plain, update);
            if (random.nextInt(5_000) == 0) {
                keep();
            }
            steps++;
        }
        packed.releaseScratch();
    }

    private void apply(ProfileTable table, Update update) {
        step.begin(false, false);
        table.apply(update, step);
    }

    // Keeps a snapshot for a while. Sometimes the run goes on with a fork of it.
    private void keep() {
        kept = packed.freeze();
        keptPlain = plain.freeze();
        if (random.nextBoolean()) {
            packed = (PackedTable) kept.thaw(reducer);
        }
    }

    private Update update(Phase phase) {
        // A few ids get many updates, so that some lists and texts grow long.
        int id = random.nextInt(4) == 0 ? random.nextInt(20) : random.nextInt(IDS);
        UpdateBuilder update = Update.of(ProfileId.user(TOKEN, "user-" + id));
        String name = "p" + random.nextInt(NAMES);
        boolean plainly = random.nextInt(100) < 80;
        return switch (plainly ? phase : Phase.values()[random.nextInt(4)]) {
            case GROW -> grown(update, name);
            case SHRINK -> shrunk(update, name);
            case CHURN -> update.set(name, value()).build();
            case DELETE ->
                random.nextInt(3) == 0
                        ? update.delete().build()
                        : update.unset(name).build();
        };
    }

    private Update grown(UpdateBuilder update, String name) {
        return switch (random.nextInt(4)) {
            case 0 -> update.append("list " + name, random.nextInt()).build();
            case 1 ->
                update.union("set " + name, List.of(random.nextInt(500), "e" + random.nextInt(500)))
                        .build();
            case 2 ->
                update.merge("object " + name, Map.of("k" + random.nextInt(20), value()))
                        .build();
            default ->
                update.set(name, "x".repeat(random.nextInt(random.nextInt(20) == 0 ? 3_000 : 300)))
                        .build();
        };
    }

    private Update shrunk(UpdateBuilder update, String name) {
        return switch (random.nextInt(4)) {
            case 0 -> update.unset("list " + name, "object " + name).build();
            case 1 ->
                update.remove("set " + name, List.of(random.nextInt(500), "e" + random.nextInt(500)))
                        .build();
            case 2 -> update.set("list " + name, List.of(1)).build();
            default -> update.set(name, "y".repeat(random.nextInt(20))).build();
        };
    }

    private Object value() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong();
            case 1 -> "text " + random.nextInt(1_000_000);
            case 2 -> List.of(random.nextInt(10), "a", true);
            default -> random.nextDouble();
        };
    }

    /** Fails unless both tables hold the same, and the packed one takes not much more heap than it needs for that. */
    void check() {
        tidy();
        sameContent(packed, plain);
        if (kept != null && keptPlain != null) {
            sameContent(kept, keptPlain);
        }
        assertThat(packed.projectOf(CHECKED).isWasteful())
                .as("too much garbage")
                .isFalse();
        PackedTable fresh = new PackedTable(reducer, sizes);
        plain.forEach(TOKEN, fresh::load);
        assertThat(packed.heapBytes())
                .as("after %,d steps", steps)
                .isLessThan((long) (MOST_TIMES_FRESH * fresh.heapBytes()) + sizes.chunkBytes());
    }

    // The first update copies a frozen project, the second compacts the copy if necessary, and the last writes nothing.
    private void tidy() {
        for (Update update : List.of(
                Update.of(CHECKED).set("k", steps).build(),
                Update.of(CHECKED).set("k", steps + 1).build(),
                Update.of(CHECKED).unset("none").build())) {
            apply(packed, update);
            apply(plain, update);
        }
    }

    private static void sameContent(TableReads one, TableReads other) {
        assertThat(one.count()).isEqualTo(other.count());
        assertThat(one.bytes()).isEqualTo(other.bytes());
        one.forEach(TOKEN, profile -> assertThat(profile).isEqualTo(other.get(profile.id())));
    }
}
