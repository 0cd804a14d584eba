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
    private static final ReducerOptions LIMITED = PLAIN.withLimits(Limits.DOCUMENTED);

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
                .isEqualTo("\"k\" held an integer, and the sum with an integer is beyond 64 bits, so both were added as"
                        + " doubles");
    }

    @Test
    void set_onlyTheNameCut_doesNotSayThatTheValueWas() {
        assertThat(explained(Map.of(), LIMITED, update -> update.set(LONG_NAME, 5)))
                .startsWith("\"nnn")
                .endsWith("nnn\" is now an integer, its name or value cut to the limits; it was nothing");
    }

    @Test
    void merge_onlyAValueCut_doesNotSayThatNamesWere() {
        Map<String, Object> object = Map.of("a", "x".repeat(256));
        assertThat(explained(Map.of(), LIMITED, update -> update.merge("k", object)))
                .isEqualTo("the keys of an object went into \"k\", which held nothing; a name or value was cut to the"
                        + " limits");
    }

    /** What is taken away is what equals the operand as it is after the cut. */
    @Test
    void remove_operandOrNameCut_saysThatTheCutCameFirst() {
        Map<String, Object> before = Map.of("k", List.of("x".repeat(255)), "n".repeat(255), List.of(1));
        String cut = ", which held a list; a name or value was cut to the limits first";
        assertThat(explained(before, LIMITED, update -> update.remove("k", "x".repeat(256))))
                .isEqualTo("every equal element is gone from \"k\"" + cut);
        assertThat(explained(before, LIMITED, update -> update.remove(LONG_NAME, 1)))
                .isEqualTo("every equal element is gone from \"" + "n".repeat(255) + "\"" + cut);
    }

    @Test
    void remove_fromNothing_saysThatTheElementIsMissing() {
        assertThat(explained(Map.of(), PLAIN, update -> update.remove("k", 1)))
                .isEqualTo("no such element in \"k\", which holds nothing");
    }

    /** Then the list lacked nothing that was given. */
    @Test
    void union_onlyStoredDuplicatesGo_claimsNoNewValue() {
        Map<String, Object> before = Map.of("k", List.of("x", "x"), "n".repeat(255), List.of(1, 1));
        String united = " now holds its values and the given ones, each once; it held a list";
        assertThat(explained(before, PLAIN, update -> update.union("k", List.of("x"))))
                .isEqualTo("\"k\"" + united);
        assertThat(explained(before, PLAIN, update -> update.union("k", "x")))
                .isEqualTo("text counted as a list of one; \"k\" now holds its values and that one, each once; it held"
                        + " a list");
        assertThat(explained(before, LIMITED, update -> update.union(LONG_NAME, List.of(1))))
                .isEqualTo("\"" + "n".repeat(255) + "\"" + united + "; a name or value was cut to the limits");
    }

    @Test
    void rejection_nameWithALineBreak_isOneLine() {
        Object deep = Map.of("a", Map.of("b", Map.of("c", Map.of())));
        assertThat(explained(Map.of(), LIMITED, update -> update.set("a\nb", deep)))
                .isEqualTo("\"a\\nb\", objects nested over 3 deep");
    }
}
