package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.oracle.OracleJson;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Reduction;
import io.github.profileengine.reducer.Update;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** One operator on one profile, written as JSON with single quotes: {@code before, operand -> after, rules}. */
public final class Example {
    public static final ProfileId ID = ProfileId.user("p", "u");
    private static final ReducerOptions PLAIN =
            ReducerOptions.defaults().withAutomaticCreated(false).withAutomaticLastSeen(false);

    private static final Pattern TYPE =
            Pattern.compile("\\b(nothing|null|boolean|integer|number|double|text|list|object)\\b");

    private final Operator operator;
    private final ReducerOptions options;

    private Example(Operator operator, ReducerOptions options) {
        this.operator = operator;
        this.options = options;
    }

    static Example of(Operator operator) {
        return new Example(operator, PLAIN);
    }

    Example flattening() {
        return new Example(operator, options.withFlattenAppendedLists(true));
    }

    /** Names of at most two code points, texts of at most four bytes. */
    Example limited() {
        return new Example(operator, options.withLimits(new Limits(2, 4, 100, 10, 10, 10)));
    }

    /**
     * {@code before} and {@code after} are null for no profile; a rule reads {@code "k applied"}, or {@code "applied"}.
     */
    void check(String before, String operand, String after, String... rules) {
        Profile profile = before == null ? null : profile(before);
        Reduction reduction = new Reducer(options)
                .reduce(
                        profile,
                        Update.of(ID)
                                .operation(Operation.of(operator, json(operand)))
                                .build());
        Profile expected = after == null ? null : profile(after);
        assertThat(reduction.isRejected()).isFalse();
        assertThat(reduction.after()).isEqualTo(expected);
        assertThat(reduction.outcomes().stream().map(this::text)).containsExactly(rules);
        assertThat(reduction.after() == profile)
                .as("the same instance exactly if nothing changed")
                .isEqualTo(Objects.equals(profile, expected));
    }

    private String text(Outcome outcome) {
        assertThat(outcome.operator()).isEqualTo(operator);
        assertThat(outcome.kind()).isEqualTo(outcome.rule().kind());
        String problem = outcome.rule().ruleName().substring(operator.word().length() + 1);
        if (outcome.property() == null) {
            return problem;
        }
        assertThat(outcome.explanation())
                .contains(outcome.property())
                .doesNotContain("{")
                .doesNotContain("\n");
        if (outcome.rule() != Rule.UNSET_ABSENT) {
            assertThat(outcome.explanation()).as("types").containsPattern(TYPE);
        }
        return outcome.property() + " " + problem;
    }

    public static Profile profile(String properties) {
        @SuppressWarnings("unchecked")
        Map<String, Object> object = (Map<String, Object>) json(properties);
        return Profile.of(ID, object);
    }

    public static Object json(String text) {
        return OracleJson.value(text.replace('\'', '"'));
    }
}
