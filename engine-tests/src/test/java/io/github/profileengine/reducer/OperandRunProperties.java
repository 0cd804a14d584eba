package io.github.profileengine.reducer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Runs of so many names that they are no longer searched one by one. */
class OperandRunProperties {
    private static final ProfileId ID = ProfileId.user("p", "u");
    private static final Reducer REDUCER = new Reducer(ReducerOptions.defaults());
    // Too long to be cached, so that each call creates another instance.
    private static final String LONG = "n".repeat(256);

    @Property(tries = 200)
    void builder_manyNamesWithRepeats_doesWhatSeparateUpdatesDo(
            @ForAll @Size(min = 60, max = 200) List<@IntRange(max = 119) Integer> named) {
        UpdateBuilder together = Update.of(ID);
        List<Update> sets = new ArrayList<>();
        List<Update> unions = new ArrayList<>();
        for (int call = 0; call < named.size(); call++) {
            String name = name(named.get(call));
            together.set("s" + name, call).union("u" + name, call);
            sets.add(Update.of(ID).set("s" + name, call).build());
            unions.add(Update.of(ID).union("u" + name, call).build());
        }
        List<Update> apart = new ArrayList<>(sets);
        apart.addAll(unions);
        assertThat(REDUCER.reduce(null, together.build()).after()).isEqualTo(REDUCER.fold(null, apart));
    }

    private static String name(int number) {
        return number % 3 == 0 ? LONG + number : "n" + number;
    }
}
