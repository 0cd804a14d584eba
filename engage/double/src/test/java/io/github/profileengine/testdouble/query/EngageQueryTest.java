package io.github.profileengine.testdouble.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.snapshot.SnapshotBuilder;
import io.github.profileengine.wire.JsonText;
import io.github.profileengine.wire.request.RequestParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngageQueryTest {
    private static final String NOT_SUPPORTED = "not supported: profiles only are kept, no cohorts and no events";

    private Snapshot content = content();
    private final EngageQuery query = new EngageQuery(() -> content, () -> Instant.ofEpochSecond(1_700_000_000));

    private static Snapshot content() {
        SnapshotBuilder builder = Snapshot.builder();
        builder.add(user("t", "u2", Map.of("plan", "pro", "n", 2.0, "tags", List.of("x", 1L))));
        builder.add(user("t", "u1", Map.of("plan", "free", "n", 1L)));
        builder.add(user("t", "U10", Map.of("plan", "pro", "$distinct_id", "lie")));
        builder.add(user("other", "u1", Map.of("plan", "pro")));
        builder.add(Profile.of(ProfileId.group("t", "company", "u1"), Map.of("name", "Acme")));
        builder.add(Profile.of(ProfileId.group("t", "team", "u1"), Map.of("name", "Core")));
        builder.alias("t", "alias", "u1");
        builder.alias("t", "older", "alias");
        return builder.build();
    }

    private static Profile user(String token, String id, Map<String, Object> properties) {
        return Profile.of(ProfileId.user(token, id), properties);
    }

    private QueryAnswer ask(String... namesAndValues) {
        return query.answer("t", parameters(namesAndValues));
    }

    private static RequestParameters parameters(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            form.append(namesAndValues[at]).append('=');
            form.append(URLEncoder.encode(namesAndValues[at + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        return RequestParameters.ofQuery(form.toString());
    }

    private static Map<?, ?> object(QueryAnswer answer) {
        return (Map<?, ?>) JsonText.read(answer.json());
    }

    private static List<String> ids(QueryAnswer answer) {
        assertThat(answer.status()).as(answer.json()).isEqualTo(200);
        return ((List<?>) object(answer).get("results"))
                .stream()
                        .map(result -> (String) ((Map<?, ?>) result).get("$distinct_id"))
                        .toList();
    }

    private static String session(QueryAnswer answer) {
        return (String) object(answer).get("session_id");
    }

    @Test
    void answer_noParameters_allUsersInOrder() {
        assertThat(ask())
                .isEqualTo(new QueryAnswer(
                        200,
                        "{\"page\":0,\"page_size\":1000,\"results\":["
                                + "{\"$distinct_id\":\"U10\",\"$properties\":"
                                + "{\"$distinct_id\":\"lie\",\"plan\":\"pro\"}},"
                                + "{\"$distinct_id\":\"u1\",\"$properties\":{\"n\":1,\"plan\":\"free\"}},"
                                + "{\"$distinct_id\":\"u2\",\"$properties\":"
                                + "{\"n\":2,\"plan\":\"pro\",\"tags\":[\"x\",1]}}],"
                                + "\"session_id\":\"1700000000-AAAAAA\",\"status\":\"ok\",\"total\":3}"));
    }

    @Test
    void answer_distinctId_followsAliases() {
        assertThat(ids(ask("distinct_id", "older"))).containsExactly("u1");
    }

    @Test
    void answer_distinctIds_eachProfileOnce() {
        QueryAnswer answer = ask("distinct_ids", "[\"u2\",\"older\",\"u1\",\"none\",\"alias\"]");

        assertThat(ids(answer)).containsExactly("u1", "u2");
        assertThat(object(answer).get("total")).isEqualTo(2L);
    }

    @Test
    void answer_integerIds_areDigits() {
        content = Snapshot.builder().add(user("t", "7", Map.of())).build();

        assertThat(ids(ask("distinct_ids", "[7.0,8]"))).containsExactly("7");
        assertThat(ids(ask("distinct_id", "7"))).containsExactly("7");
    }

    @Test
    void answer_unknownIdOrToken_isEmpty() {
        assertThat(ask("distinct_id", "none").json()).contains("\"results\":[]", "\"total\":0");
        assertThat(ids(query.answer("unknown", RequestParameters.NONE))).isEmpty();
        assertThat(ids(ask("distinct_ids", "[]"))).isEmpty();
    }

    @Test
    void answer_dataGroupId_groupsOfThatKey() {
        assertThat(ask("data_group_id", "company").json())
                .contains("\"results\":[{\"$distinct_id\":\"u1\",\"$properties\":{\"name\":\"Acme\"}}]", "\"total\":1");
        assertThat(ids(ask("data_group_id", "company", "distinct_id", "u1"))).containsExactly("u1");
        assertThat(ids(ask("data_group_id", "company", "distinct_id", "alias"))).isEmpty();
        assertThat(ids(ask("data_group_id", "none"))).isEmpty();
    }

    @Test
    void answer_where_profilesOfWhichItIsTrue() {
        assertThat(ids(ask("where", "properties[\"plan\"] == \"pro\""))).containsExactly("U10", "u2");
        assertThat(ids(ask("selector", "user[\"n\"] >= 2"))).containsExactly("u2");
        assertThat(ids(ask("where", "properties[\"$distinct_id\"] == \"U10\""))).containsExactly("U10");
        assertThat(ids(ask("where", "properties[\"n\"]"))).isEmpty();
        assertThat(ids(ask("where", "defined(properties[\"n\"])", "distinct_ids", "[\"u1\",\"U10\"]")))
                .containsExactly("u1");
    }

    @Test
    void answer_whereAndSelectorAlike_asOne() {
        assertThat(ids(ask("where", "true", "selector", "true"))).hasSize(3);
        assertThat(ask("where", "true", "selector", "false").status()).isEqualTo(400);
    }

    @Test
    void answer_outputProperties_onlyThese() {
        assertThat(ask("distinct_id", "u2", "output_properties", "[\"tags\",\"none\",\"n\",\"n\"]")
                        .json())
                .contains("\"$properties\":{\"n\":2,\"tags\":[\"x\",1]}}");
        assertThat(ask("distinct_id", "u2", "output_properties", "[]").json()).contains("\"$properties\":{}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "where             | 1 +          | where, column 4: expected a value but the expression ends",
                "selector          | foo          | selector, column 1: expected a value but found foo",
                "where             | true and properties['n'] | where, column 10: \"and\" takes booleans, "
                        + "but this is a number in profile u1",
                "distinct_id       |~~            | distinct_id, missing or empty",
                "distinct_ids      | u1           | distinct_ids, must be a JSON array: "
                        + "unexpected character 'u' where a value is expected (line 1, column 1)",
                "distinct_ids      | {}           | distinct_ids, must be a JSON array",
                "distinct_ids      | [\"a\",[]]   | distinct_ids[1], must be a text or an integer",
                "distinct_ids      | [1.5]        | distinct_ids[0], must be a text or an integer",
                "distinct_ids      | [\"\"]       | distinct_ids[0], missing or empty",
                "output_properties | [1]          | output_properties[0], must be a text",
                "page              | -1           | page, must be an integer from 0 to 2147483647",
                "page              | 99999999999  | page, must be an integer from 0 to 2147483647",
                "page              | x            | page, must be an integer from 0 to 2147483647",
                "page              | 1            | request for page in uncached query for params",
                "page_size         | 0            | page_size, must be an integer from 1 to 10000",
                "page_size         | 10001        | page_size, must be an integer from 1 to 10000",
                "behaviors         | []           | behaviors, " + NOT_SUPPORTED,
                "filter_by_cohort  | {\"id\":1}   | filter_by_cohort, " + NOT_SUPPORTED,
            })
    void answer_badParameter_saysWhich(String name, String value, String error) {
        QueryAnswer answer = ask(name, value);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(object(answer).get("error")).isEqualTo(error);
        assertThat(object(answer).get("status")).isEqualTo("error");
    }

    @Test
    void answer_furtherPages_areOfTheMomentOfTheFirst() {
        QueryAnswer first = ask("page_size", "2");
        content = Snapshot.builder().add(user("t", "A", Map.of())).build();
        QueryAnswer second = ask("session_id", session(first), "page", "1");
        QueryAnswer beyond = ask("session_id", session(first), "page", "2147483647", "page_size", "2");

        assertThat(ids(first)).containsExactly("U10", "u1");
        assertThat(second.json())
                .contains("\"page\":1,\"page_size\":2,", session(first), "\"total\":3")
                .contains("\"n\":2");
        assertThat(ids(second)).containsExactly("u2");
        assertThat(ids(beyond)).isEmpty();
        assertThat(ids(ask())).containsExactly("A");
    }

    @Test
    void answer_firstPageAgain_isOfItsSession() {
        QueryAnswer first = ask("where", "true", "page_size", "2");
        content = Snapshot.builder().build();

        assertThat(ask("where", "true", "session_id", session(first), "page", "0"))
                .isEqualTo(first);
        assertThat(ids(ask("where", "not false", "session_id", session(first)))).isEmpty();
        assertThat(ids(ask("session_id", "unknown"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"where, false", "distinct_id, u1", "page_size, 3", "data_group_id, company", "output_properties, []"})
    void answer_pageOfAnotherQuery_isRefused(String name, String value) {
        QueryAnswer first = ask("page_size", "2");

        QueryAnswer answer = ask("session_id", session(first), "page", "1", name, value);

        assertThat(answer).isEqualTo(QueryAnswer.badRequest("request for page in uncached query for params"));
    }

    @Test
    void answer_pageOfAnotherProject_isRefused() {
        String session = session(ask());

        assertThat(query.answer("other", parameters("session_id", session, "page", "1"))
                        .status())
                .isEqualTo(400);
    }

    /** As past the end of a longer result: a client that asks until a page is empty must get an empty page. */
    @ParameterizedTest
    @CsvSource({"1000, U10 u1 u2", "4, U10 u1 u2", "3, U10 u1 u2", "2, U10 u1"})
    void answer_pagePastTheEnd_isEmptyHoweverLongTheFirst(String size, String found) {
        QueryAnswer first = ask("page_size", size);
        content = Snapshot.builder().build();
        QueryAnswer beyond = ask("session_id", session(first), "page", "2");

        assertThat(ids(first)).containsExactly(found.split(" "));
        assertThat(beyond.json())
                .isEqualTo("{\"page\":2,\"page_size\":" + size + ",\"results\":[],\"session_id\":\"" + session(first)
                        + "\",\"status\":\"ok\",\"total\":3}");
        assertThat(ask("session_id", session(first))).isEqualTo(first);
    }

    @Test
    void answer_pagePastTheEndOfNothing_isEmpty() {
        QueryAnswer none = ask("distinct_id", "nobody");

        assertThat(ids(ask("session_id", session(none), "page", "1"))).isEmpty();
    }

    @Test
    void answer_manyShortSessions_endThemselvesAndNoLongOne() {
        String longer = session(ask("page_size", "2"));
        String shorter = session(ask());
        for (int more = 1; more < SessionStore.MAX_SESSIONS; more++) {
            ask();
        }
        assertThat(ask("session_id", shorter, "page", "1").status()).isEqualTo(200);
        for (int more = 0; more < SessionStore.MAX_SESSIONS; more++) {
            ask();
        }

        assertThat(ask("session_id", longer, "page", "1").status()).isEqualTo(200);
        assertThat(ask("session_id", shorter, "page", "1").status()).isEqualTo(400);
    }

    @Test
    void answer_manySessions_forgetsTheOneUsedLeastRecently() {
        String first = session(ask("page_size", "2"));
        String second = session(ask("page_size", "2"));
        for (int more = 2; more <= SessionStore.MAX_SESSIONS; more++) {
            assertThat(ask("session_id", first, "page", "1").status()).isEqualTo(200);
            ask("page_size", "2");
        }

        assertThat(ask("session_id", first, "page", "1").status()).isEqualTo(200);
        assertThat(ask("session_id", second, "page", "1").status()).isEqualTo(400);
    }

    @Test
    void answer_emptyParameters_areAbsent() {
        assertThat(ids(ask("where", "", "output_properties", "", "session_id", "", "page", "", "behaviors", "")))
                .hasSize(3);
    }
}
