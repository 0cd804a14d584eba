package io.github.profileengine.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.representation.Name;
import org.junit.jupiter.api.Test;

class PlainTableTest extends TableSuite {
    private final PlainTable table = new PlainTable(new Reducer(ReducerOptions.defaults()));

    @Override
    protected ProfileTable emptyTable(Reducer reducer) {
        return new PlainTable(reducer);
    }

    private void set(String token, int value) {
        TableStep step = new TableStep(Admission.ALL);
        step.begin(false, false);
        table.apply(Update.of(ProfileId.user(token, "ada")).set("k", value).build(), step);
    }

    /** Only the project that is written is copied. */
    @Test
    void freeze_thenWrite_copiesOneProjectOnce() {
        set("p", 1);
        set("q", 1);
        Projects<?> before = (Projects<?>) table.freeze();
        set("p", 2);
        Projects<?> between = (Projects<?>) table.freeze();
        assertThat(between.project(Name.of("q"))).isSameAs(before.project(Name.of("q")));
        assertThat(between.project(Name.of("p"))).isNotSameAs(before.project(Name.of("p")));
    }

    @Test
    void get_profile_isTheInstanceThatIsThere() {
        set("p", 1);
        ProfileId id = ProfileId.user("p", "ada");
        assertThat(table.get(id)).isSameAs(table.get(id));
    }
}
