package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Explanations are also true where one rule decides several kinds of cases. */
class ExplanationTest {
    private static final ProfileId ID = ProfileId.user("p", "u");
    private static final String LONG_NAME = "n".repeat(256);
    private static final ReducerOptions PLAIN =
            ReducerOptions.defaults().withAutomaticCreated(false).withAutomaticLastSeen(false);

    private static String explained(
            Map<String, Object> properties, ReducerOptions options, UnaryOperator<UpdateBuilder> operation) {
        return new Reducer(options)
                .reduce(
                        Profile.of(ID, properties),
                        operation.apply(Update.of(ID)).build())
                .outcomes()
                .get(0)
                .explanation();
    }

    @Test
    void append_listAsElementOrAsElements_saysWhereItWent() {
        Map<String, Object> before = Map.of("k", List.of(0));
        String told = "a list went to the end of \"k\", which held a list";
        assertThat(explained(before, PLAIN, update -> update.append("k", List.of(1, 2))))
                .isEqualTo(told);
        assertThat(explained(before, PLAIN.withFlattenAppendedLists(true), update -> update.append("k", List.of(1, 2))))
                .isEqualTo(told);
    }

    /** The sum as doubles may still be an integer, here the smallest one. */
    @Test
    void add_overflowOntoAnInteger_claimsNoDouble() {
        assertThat(explained(Map.of("k", Long.MIN_VALUE + 1), PLAIN, update -> update.add("k", -2)))
                .isEqualTo("\"k\" held an integer, and the sum with an integer is beyond 64 bits, so it is now that of"
                        + " the nearest doubles");
    }

    @Test
    void set_onlyTheNameCut_doesNotSayThatTheValueWas() {
        assertThat(explained(Map.of(), PLAIN.withLimits(Limits.DOCUMENTED), update -> update.set(LONG_NAME, 5)))
                .startsWith("\"nnn")
                .endsWith("nnn\" is now an integer, its name or value cut to the limits; it was nothing");
    }

    @Test
    void rejection_nameWithALineBreak_isOneLine() {
        Object deep = Map.of("a", Map.of("b", Map.of("c", Map.of())));
        assertThat(explained(Map.of(), PLAIN.withLimits(Limits.DOCUMENTED), update -> update.set("a\nb", deep)))
                .isEqualTo("\"a\\nb\", objects nested over 3 deep");
    }
}
