package io.github.profileengine.packed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import io.github.profileengine.table.Admission;
import io.github.profileengine.table.TableReads;
import io.github.profileengine.table.TableStep;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Two updates of one profile, applied one after the other, and the profile after each of them. Immutable. */
final class Versions {
    /** What {@link #seen} returns for anything but these two versions. */
    static final int NEITHER = 0;

    private static final ProfileId ID = ProfileId.user("p", "u");
    private static final Reducer REDUCER = new Reducer(ReducerOptions.defaults());

    private final Update first;
    private final Update second;
    private final Profile afterFirst;
    private final Profile afterSecond;

    Versions(UnaryOperator<UpdateBuilder> first, UnaryOperator<UpdateBuilder> second) {
        this.first = first.apply(Update.of(ID)).build();
        this.second = second.apply(Update.of(ID)).build();
        this.afterFirst =
                Objects.requireNonNull(REDUCER.reduce(null, this.first).after());
        this.afterSecond =
                Objects.requireNonNull(REDUCER.reduce(afterFirst, this.second).after());
    }

    /** A table in which the first update has been applied. */
    PackedTable table() {
        PackedTable table = new PackedTable(REDUCER);
        apply(table, first);
        return table;
    }

    void applySecond(PackedTable table) {
        apply(table, second);
    }

    /** Returns so many properties. With more names than a shared shape can have, a record holds the names itself. */
    static Map<String, Object> numbers(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(number -> "n" + number, number -> number));
    }

    private static void apply(PackedTable table, Update update) {
        TableStep step = new TableStep(Admission.ALL);
        step.begin(false, false);
        table.apply(update, step);
    }

    /** Which version a reader sees: 1, 2, or {@link #NEITHER} if the profile is torn or gone. */
    int seen(@Nullable TableReads reads) {
        Profile found = reads == null ? null : reads.get(ID);
        return afterFirst.equals(found) ? 1 : afterSecond.equals(found) ? 2 : NEITHER;
    }
}
