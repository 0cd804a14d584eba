package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.TableStep;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is left of records that their profiles outgrew must not add up. */
class LongUseTest {
    private static final int PROFILES = 2_000;
    private static final int NAMES = 12;

    // A quarter may be garbage, records keep an eighth of room, and those that were longest once are somewhat larger.
    // With half as garbage it is over 2.2.
    private static final double MOST_TIMES_FRESH = 1.8;

    private final Reducer reducer = new Reducer(ReducerOptions.defaults());
    private final PackedTable table = new PackedTable(reducer);
    private final Random random = new Random(5);

    private void setText(int profile, int name) {
        TableStep step = new TableStep(Admission.ALL);
        step.begin(false, false);
        Update update = Update.of(ProfileId.user("p", "user-" + profile))
                .set("name " + name, "x".repeat(random.nextInt(5, 200)))
                .build();
        table.apply(update, step);
    }

    @Test
    void apply_textsOfOtherLengthsForLong_takesLittleMoreThanWhatIsThere() {
        for (int profile = 0; profile < PROFILES; profile++) {
            for (int name = 0; name < NAMES; name++) {
                setText(profile, name);
            }
        }
        for (int update = 0; update < 20 * PROFILES; update++) {
            setText(random.nextInt(PROFILES), random.nextInt(NAMES));
        }
        PackedTable fresh = new PackedTable(reducer);
        table.forEach("p", fresh::load);
        assertThat(table.heapBytes()).isLessThan((long) (MOST_TIMES_FRESH * fresh.heapBytes()));
    }
}
