package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.PlainTable;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.TableStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Records that grow and shrink byte by byte across every boundary of their layout. */
class PackedEdgesTest {
    private static final Reducer REDUCER = new Reducer(ReducerOptions.defaults());
    // This many lists of texts fill the largest record with narrow ends except for some 340 bytes, or 260 fewer if the
    // record holds its names itself.
    private static final int LISTS = 128;
    private static final int LIST_UNITS = 500;
    private static final int LEAST = 40;
    private static final int MOST = 400;

    private final TableStep step = new TableStep(Admission.ALL);
    private final ProfileTable plain = new PlainTable(REDUCER);

    private void apply(ProfileTable packed, Update update) {
        for (ProfileTable table : List.of(packed, plain)) {
            step.begin(false, false);
            table.apply(update, step);
            assertThat(step.rejection()).isNull();
        }
    }

    private void isSame(ProfileTable packed, ProfileId id) {
        assertThat(packed.get(id)).isEqualTo(plain.get(id));
    }

    private static ProfileId id(int number) {
        return ProfileId.user("p", "u" + number);
    }

    /**
     * From records of which many fit into a chunk, to those that fill it to the last byte, to those that need their
     * own.
     */
    @Test
    void records_ofEverySizeAroundAChunk_keepTheirNeighbours() {
        for (PackedSizes sizes : List.of(Sizes.TINY, Sizes.CRAMPED)) {
            PackedTable table = new PackedTable(REDUCER, sizes);
            for (int length = 0; length <= 2 * sizes.chunkBytes() && length <= 1_000; length++) {
                int last = length;
                apply(table, Update.of(id(length)).set("k", "x".repeat(length)).build());
                apply(
                        table,
                        Update.of(id(length / 2)).set("k", "y".repeat(length)).build());
                apply(table, Update.of(id(length / 3)).unset("k").build());
                List.of(length, length / 2, length / 3, Math.max(0, length - 1))
                        .forEach(number -> isSame(table, id(number)));
                assertThat(table.count()).isEqualTo(last + 1);
            }
            table.forEach("p", profile -> assertThat(profile).isEqualTo(plain.get(profile.id())));
            assertThat(table.count()).isEqualTo(plain.count());
            plain.clear("p");
        }
    }

    /** A record of 65,528 bytes is the largest whose ends take two bytes each; with one byte more they take four. */
    @Test
    void record_overTheBorderOfNarrowEnds_byteByByte_keepsEveryProperty() {
        for (PackedSizes sizes : List.of(PackedSizes.DEFAULT, Sizes.TINY)) {
            PackedTable table = new PackedTable(REDUCER, sizes);
            int wide = 0;
            for (int length = LEAST; length <= MOST; length++) {
                // Created with this size, then one byte larger, with or without room for it.
                ProfileId born = id(length);
                apply(
                        table,
                        Update.of(born)
                                .set(filling())
                                .set("z", texts("y", length))
                                .build());
                wide += capacity(table, born) > Layout.MOST_NARROW ? 1 : 0;
                isSame(table, born);
                apply(table, Update.of(born).set("z", texts("y", length + 1)).build());
                isSame(table, born);
                apply(table, Update.of(born).delete().build());
            }
            assertThat(wide).as("both kinds").isBetween(20, MOST - LEAST - 20);
            apply(table, Update.of(id(0)).set(filling()).build());
            for (int length = LEAST; length < 2 * MOST - LEAST; length++) {
                int turned = length <= MOST ? length : 2 * MOST - length;
                apply(table, Update.of(id(0)).set("z", texts("y", turned)).build());
                isSame(table, id(0));
            }
        }
    }

    // A list with this many units in all, in texts that are short enough for the list to lie in the record.
    private static List<String> texts(String unit, int units) {
        List<String> texts = new ArrayList<>();
        for (int left = units; left > 0; left -= 200) {
            texts.add(unit.repeat(Math.min(200, left)));
        }
        return texts;
    }

    private static Map<String, Object> filling() {
        Map<String, Object> properties = new HashMap<>();
        for (int number = 0; number < LISTS; number++) {
            properties.put("p" + number, texts("" + number % 10, LIST_UNITS));
        }
        return properties;
    }

    private static int capacity(PackedTable table, ProfileId id) {
        RecordEditor editor = new RecordEditor();
        PackedProject project = table.projectOf(id);
        project.begin(project.find(id), editor);
        return editor.base().capacity();
    }

    /** The length of a key takes one, two or three bytes itself, and so does the length of a group's key within it. */
    @Test
    void key_ofEveryLengthAroundAnEdge_isFoundAndComesOut() {
        Set<ProfileId> different = new LinkedHashSet<>();
        for (int edge : new int[] {128, 16_384}) {
            for (int length = edge - 4; length <= edge + 4; length++) {
                different.add(ProfileId.user("p", "i".repeat(length)));
                different.add(ProfileId.user("p", "\u4e16".repeat(length / 3)));
                different.add(ProfileId.group("p", "k".repeat(length), "g"));
                different.add(ProfileId.group("p", "\u00e9".repeat(length), "\u4e16".repeat(length / 3)));
                different.add(ProfileId.group("p", "k", "g".repeat(length)));
            }
        }
        List<ProfileId> ids = new ArrayList<>(different);
        for (PackedSizes sizes : List.of(PackedSizes.DEFAULT, Sizes.TINY, Sizes.CRAMPED)) {
            PackedTable table = new PackedTable(REDUCER, sizes);
            for (int round = 0; round < 2; round++) {
                for (int at = 0; at < ids.size(); at++) {
                    apply(
                            table,
                            Update.of(ids.get(at))
                                    .set("k", "x".repeat(round * 50) + at)
                                    .build());
                }
                ids.forEach(id -> isSame(table, id));
            }
            List<ProfileId> told = new ArrayList<>();
            table.forEach("p", profile -> told.add(profile.id()));
            assertThat(told).containsExactlyInAnyOrderElementsOf(ids);
            plain.clear("p");
        }
    }
}
