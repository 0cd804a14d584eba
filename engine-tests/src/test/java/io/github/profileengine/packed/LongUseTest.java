package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.TableStep;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Garbage of records that their profiles outgrew must not add up, in one large project or in many small ones. */
class LongUseTest {
    private static final int PROFILES = 2_000;
    private static final int NAMES = 12;

    // A sixth may be garbage, records keep an eighth as spare room, and records that were once the longest stay larger.
    // Measured: 1.2 to 1.3; with half as garbage over 2.2, and with 2,048 bytes of garbage in each project 1.7.
    private static final double MOST_TIMES_FRESH = 1.45;

    // With forks, two thirds may be garbage.
    private static final double MOST_TIMES_FRESH_FORKED = 3;
    // What 64 chunks take in addition to the bytes that are given out of them.
    private static final int CHUNKS = 64 * 100;

    private final Reducer reducer = new Reducer(ReducerOptions.defaults());
    private final PackedTable table = new PackedTable(reducer);
    private final Random random = new Random(5);

    private void setText(int projects, int profile, int name) {
        TableStep step = new TableStep(Admission.ALL);
        step.begin(false, false);
        Update update = Update.of(ProfileId.user("p" + profile % projects, "user-" + profile))
                .set("name " + name, "x".repeat(random.nextInt(5, 200)))
                .build();
        table.apply(update, step);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PROFILES})
    void apply_textsOfOtherLengthsForLong_takesLittleMoreThanWhatIsThere(int projects) {
        for (int profile = 0; profile < PROFILES; profile++) {
            for (int name = 0; name < NAMES; name++) {
                setText(projects, profile, name);
            }
        }
        for (int update = 0; update < 20 * PROFILES; update++) {
            setText(projects, random.nextInt(PROFILES), random.nextInt(NAMES));
        }
        PackedTable fresh = new PackedTable(reducer);
        for (int project = 0; project < projects; project++) {
            table.forEach("p" + project, fresh::load);
        }
        assertThat(table.heapBytes()).isLessThan((long) (MOST_TIMES_FRESH * fresh.heapBytes()));
    }

    /** An update must not leave garbage to the next one: that one finds the project shared again. */
    @ParameterizedTest
    @ValueSource(ints = {1, 50, 500})
    void apply_frozenBeforeEachUpdate_garbageDoesNotAddUp(int profiles) {
        for (int profile = 0; profile < profiles; profile++) {
            setText(1, profile, 0);
        }
        for (int update = 0; update < 10_000; update++) {
            table.freeze();
            setText(1, random.nextInt(profiles), random.nextInt(NAMES));
        }
        PackedTable fresh = new PackedTable(reducer);
        table.forEach("p0", fresh::load);
        assertThat(table.heapBytes()).isLessThan((long) (MOST_TIMES_FRESH_FORKED * fresh.heapBytes()) + CHUNKS);
    }
}
