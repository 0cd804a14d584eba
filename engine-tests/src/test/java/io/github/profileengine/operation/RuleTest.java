package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.oracle.OracleJson;
import io.github.profileengine.oracle.OracleValues;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.wire.DecodedRecord;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.TargetKind;
import io.github.profileengine.wire.UpdateReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every rule is produced by a vector, which {@code VectorTest} runs, or by a test here where a vector would be huge.
 */
class RuleTest {
    private static final Set<Rule> HERE =
            Set.of(Rule.RECORD_JSON_TOO_LARGE, Rule.RECORD_LIMIT_PROPERTY_BYTES, Rule.RECORD_LIMIT_PROPERTIES);

    /**
     * Rules of endpoints, which take one kind of profile, and of doubles, which know projects. Vectors depend on fields
     * only.
     */
    private static final Set<Rule> OF_ENDPOINTS =
            Set.of(Rule.RECORD_GROUP_KEY_ON_USER, Rule.RECORD_GROUP_ID_ON_USER, Rule.RECORD_TOKEN_UNKNOWN);

    /** Bounds belong to the engine and not to the reducer: {@code EngineBoundsTest} produces these rules. */
    private static final Set<Rule> OF_BOUNDS = Set.of(Rule.RECORD_BOUND_PROFILES, Rule.RECORD_BOUND_BYTES);

    @ParameterizedTest
    @EnumSource(Rule.class)
    void rule_eachOfThem_isProducedByATest(Rule rule) throws IOException {
        assertThat(HERE.contains(rule)
                        || OF_BOUNDS.contains(rule)
                        || OF_ENDPOINTS.contains(rule)
                        || rulesOfVectors().contains(rule.ruleName()))
                .as(rule.ruleName())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void ruleName_eachOfThem_namesOperatorOrRecord(Rule rule) {
        String first = rule.ruleName().substring(0, rule.ruleName().indexOf('-'));
        boolean ofRecord = first.equals("record");
        assertThat(rule.kind() == Outcome.Kind.REJECTED).isEqualTo(ofRecord);
        assertThat(ofRecord || Operator.ofSymbol("$" + first) != null).isTrue();
        assertThat(rule.name()).isEqualToIgnoringCase(rule.ruleName().replace('-', '_'));
    }

    @Test
    void ruleNames_all_areDifferent() {
        assertThat(Arrays.stream(Rule.values()).map(Rule::ruleName)).doesNotHaveDuplicates();
    }

    @Test
    void vectors_ruleNames_areAllKnown() throws IOException {
        assertThat(Arrays.stream(Rule.values()).map(Rule::ruleName)).containsAll(rulesOfVectors());
    }

    @Test
    void recordJsonTooLarge_overOneMebibyte_isProduced() throws IOException {
        String start = "{\"$token\":\"p\",\"$distinct_id\":\"u\",\"$set\":{\"k\":\"";
        int room = 1_048_576 - start.length() - 3;
        assertThat(rule(start + "x".repeat(room) + "\"}}")).isNull();
        assertThat(rule(start + "x".repeat(room + 1) + "\"}}")).isEqualTo(Rule.RECORD_JSON_TOO_LARGE);
    }

    @Test
    void recordGroupFieldOnUser_whereUsersAreMeant_isProduced() throws IOException {
        ReaderOptions users = ReaderOptions.defaults().withTarget(TargetKind.USERS);
        String record = "{\"$token\":\"p\",\"$distinct_id\":\"u\",\"$set\":{},\"%s\":\"g\"}";
        assertThat(rule(record.replace("%s", "$group_key"), users)).isEqualTo(Rule.RECORD_GROUP_KEY_ON_USER);
        assertThat(rule(record.replace("%s", "$group_id"), users)).isEqualTo(Rule.RECORD_GROUP_ID_ON_USER);
        assertThat(rule(record.replace("%s", "group"), users)).isNull();
    }

    private static Rule rule(String record) throws IOException {
        return rule(record, ReaderOptions.defaults());
    }

    private static Rule rule(String record, ReaderOptions options) throws IOException {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        try (UpdateReader reader = UpdateReader.of(bytes, options)) {
            return reader.read() instanceof DecodedRecord.Invalid invalid ? invalid.rule() : null;
        }
    }

    @Test
    void recordLimitPropertyBytes_overTheDocumentedSize_isProduced() {
        // Canonical text: two brackets, 255 bytes and 2 quotes an element, commas between.
        List<Object> list = Collections.nCopies(1_016, "x".repeat(255));
        assertThat(limited(Profile.of(Example.ID, Map.of("k", list)), append("x".repeat(12))))
                .isNull();
        assertThat(limited(Profile.of(Example.ID, Map.of("k", list)), append("x".repeat(13))))
                .isEqualTo(Rule.RECORD_LIMIT_PROPERTY_BYTES);
    }

    private static Update append(String text) {
        return Update.of(Example.ID).append("k", text).build();
    }

    @Test
    void recordLimitProperties_moreThanTwoThousandAndGrowing_isProduced() {
        Update grows = Update.of(Example.ID).set("new", 1).build();
        Update stays = Update.of(Example.ID).set("0", "other").build();
        assertThat(limited(many(1_999), grows)).isNull();
        assertThat(limited(many(2_000), grows)).isEqualTo(Rule.RECORD_LIMIT_PROPERTIES);
        assertThat(limited(many(2_001), stays)).isNull();
    }

    private static Profile many(int properties) {
        Map<String, Object> many = new TreeMap<>();
        for (int i = 0; i < properties; i++) {
            many.put(Integer.toString(i), i);
        }
        return Profile.of(Example.ID, many);
    }

    private static Rule limited(Profile before, Update update) {
        Reducer reducer = new Reducer(ReducerOptions.defaults().withLimits(Limits.DOCUMENTED));
        return reducer.reduce(before, update).rejection().map(r -> r.rule()).orElse(null);
    }

    private static Set<String> rulesOfVectors() throws IOException {
        Set<String> rules = new HashSet<>();
        for (Operator operator : Operator.values()) {
            collect(operator.word(), rules);
        }
        for (String file : List.of("records", "automatic", "limits", "strict", "identity")) {
            collect(file, rules);
        }
        return rules;
    }

    private static void collect(String file, Set<String> rules) throws IOException {
        try (InputStream in = RuleTest.class.getResourceAsStream("/vectors/" + file + ".jsonl")) {
            String text = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .flatMap(line ->
                            OracleValues.elements(
                                    OracleValues.object(OracleJson.value(line)).get("outcomes"))
                                    .stream())
                    .forEach(outcome ->
                            rules.add((String) OracleValues.object(outcome).get("rule")));
        }
    }
}
