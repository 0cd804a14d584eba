package io.github.profileengine.testdouble.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mixpanel.mixpanelapi.ClientDelivery;
import com.mixpanel.mixpanelapi.DeliveryOptions;
import com.mixpanel.mixpanelapi.MessageBuilder;
import com.mixpanel.mixpanelapi.MixpanelServerException;
import io.github.profileengine.location.CidrLocator;
import io.github.profileengine.location.Location;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.testdouble.EngageDouble;
import io.github.profileengine.testdouble.EngageDoubleBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs all calls of the official SDK for Java, and compares the complete profiles afterwards. */
@Isolated("over TLS it changes what the JVM trusts")
class MixpanelJavaTest {
    private static final String U1 = "user-1";

    /** Without the two automatic times, so that a profile holds what the SDK sent and nothing else. */
    private static EngageDoubleBuilder plain() {
        return EngageDouble.builder()
                .options(ReducerOptions.defaults().withAutomaticCreated(false).withAutomaticLastSeen(false));
    }

    private static JSONObject json(String text) {
        return new JSONObject(text);
    }

    private static Map<String, Object> manyTypes() {
        Map<String, Object> values = new HashMap<>(Map.of(
                "name",
                "Zoë 😀",
                "age",
                42L,
                "big",
                9007199254740993L,
                "ratio",
                1.5,
                "whole",
                2L,
                "vip",
                true,
                "tags",
                List.of("a", 1L),
                "address",
                Map.of("city", "Köln")));
        values.put("nick", null);
        return values;
    }

    @ParameterizedTest
    @EnumSource
    void set_everyType_isKept(Transport transport) throws Exception {
        try (JavaSdk sdk = new JavaSdk(transport, plain())) {
            sdk.send(sdk.messages.set(
                    U1,
                    json("{name: 'Zoë 😀', age: 42, big: 9007199254740993, ratio: 1.5, whole: 2.0, vip: true,"
                            + " nick: null, tags: ['a', 1], address: {city: 'Köln'}}")));

            assertThat(sdk.user(U1)).isEqualTo(manyTypes());
        }
    }

    @ParameterizedTest
    @EnumSource
    void people_everyCall_appliesItsOperator(Transport transport) throws Exception {
        try (JavaSdk sdk = new JavaSdk(transport, plain())) {
            MessageBuilder people = sdk.messages;
            sdk.send(
                    people.set(U1, json("{plan: 'free', age: 42, gone: 1, also: 2}")),
                    people.set(U1, json("{plan: 'premium'}"), json("{'$ip': '0'}")),
                    people.setOnce(U1, json("{plan: 'ignored', first: '2026-01-31'}")),
                    people.setOnce(U1, json("{first: 'ignored'}"), json("{'$ignore_time': true}")),
                    people.increment(U1, Map.of("credits", 5L, "age", -2L)),
                    people.increment(U1, Map.of("credits", 4L), json("{'$ignore_time': true}")),
                    people.append(U1, json("{seen: 'home', list: 1}")),
                    people.append(U1, json("{seen: 'home'}"), json("{'$ignore_time': true}")),
                    people.union(U1, Map.of("tags", new JSONArray("['b', 'a', 'b']"))),
                    people.union(U1, Map.of("tags", new JSONArray("['c', 'a']")), json("{'$ignore_time': true}")),
                    people.remove(U1, json("{tags: 'a'}")),
                    people.remove(U1, json("{list: 1}"), json("{'$ignore_time': true}")),
                    people.unset(U1, List.of("gone", "never")),
                    people.unset(U1, List.of("also"), json("{'$ignore_time': true}")));

            assertThat(sdk.user(U1))
                    .isEqualTo(Map.of(
                            "plan",
                            "premium",
                            "age",
                            40L,
                            "first",
                            "2026-01-31",
                            "credits",
                            9L,
                            "seen",
                            List.of("home", "home"),
                            "list",
                            List.of(),
                            "tags",
                            List.of("b", "c")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void trackCharge_twice_listsTransactions_untilUnset(Transport transport) throws Exception {
        try (JavaSdk sdk = new JavaSdk(transport, plain())) {
            sdk.send(
                    sdk.messages.trackCharge(U1, 9.5, json("{'$time': '2026-01-02T03:04:05', sku: 'x'}")),
                    sdk.messages.trackCharge(
                            U1, 20.0, json("{'$time': '2026-01-03T03:04:05'}"), json("{'$ignore_time': true}")));
            assertThat(sdk.user(U1))
                    .isEqualTo(Map.of(
                            "$transactions",
                            List.of(
                                    Map.of("$amount", 9.5, "$time", "2026-01-02T03:04:05", "sku", "x"),
                                    Map.of("$amount", 20L, "$time", "2026-01-03T03:04:05"))));

            sdk.send(sdk.messages.trackCharge(U1, 1.0, null));
            assertThat((List<?>) sdk.user(U1).get("$transactions")).hasSize(3);

            sdk.send(sdk.messages.unset(U1, List.of("$transactions")));
            assertThat(sdk.user(U1)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void delete_throughAliasAndLiterally_deletesTheRightProfile(Transport transport) throws Exception {
        try (JavaSdk sdk = new JavaSdk(transport, plain())) {
            sdk.send(
                    sdk.messages.set("mail", json("{orphan: true}")),
                    sdk.messages.event(U1, "$create_alias", json("{alias: 'mail'}")),
                    sdk.messages.set("mail", json("{plan: 'pro'}")));
            assertThat(sdk.user(U1)).isEqualTo(Map.of("plan", "pro"));
            assertThat(sdk.engage.engine().count()).isEqualTo(2);

            sdk.send(sdk.messages.delete("mail", json("{'$ignore_alias': true}")));
            assertThat(sdk.engage.engine().count()).isEqualTo(1);
            assertThat(sdk.user(U1)).isEqualTo(Map.of("plan", "pro"));

            sdk.send(sdk.messages.delete("mail"));
            assertThat(sdk.engage.engine().count()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void groups_everyCall_appliesItsOperator(Transport transport) throws Exception {
        try (JavaSdk sdk = new JavaSdk(transport, plain())) {
            MessageBuilder groups = sdk.messages;
            JSONObject modifiers = json("{'$ignore_time': true}");
            sdk.send(
                    groups.groupSet("company", "Acme", json("{plan: 'free', gone: 1, also: 2}")),
                    groups.groupSet("company", "Acme", json("{plan: 'pro'}"), modifiers),
                    groups.groupSetOnce("company", "Acme", json("{plan: 'ignored', since: 2020}")),
                    groups.groupSetOnce("company", "Acme", json("{since: 2021}"), modifiers),
                    groups.groupUnion("company", "Acme", Map.of("products", new JSONArray("['anvil', 'rope']"))),
                    groups.groupUnion(
                            "company", "Acme", Map.of("products", new JSONArray("['rope', 'tnt']")), modifiers),
                    groups.groupRemove("company", "Acme", json("{products: 'anvil'}")),
                    groups.groupRemove("company", "Acme", json("{products: 'tnt'}"), modifiers),
                    groups.groupUnset("company", "Acme", List.of("gone")),
                    groups.groupUnset("company", "Acme", List.of("also"), modifiers),
                    groups.groupSet("company", "Gone", json("{a: 1}")),
                    groups.groupSet("company", "Away", json("{a: 1}")),
                    groups.groupDelete("company", "Gone"),
                    groups.groupDelete("company", "Away", modifiers));

            assertThat(sdk.group("company", "Acme"))
                    .isEqualTo(Map.of("plan", "pro", "since", 2020L, "products", List.of("rope")));
            assertThat(sdk.engage.engine().count()).isEqualTo(1);
        }
    }

    @Test
    void modifiers_ofTime_areTheAutomaticTimes() throws Exception {
        try (JavaSdk sdk = new JavaSdk(Transport.HTTP, EngageDouble.builder())) {
            sdk.send(
                    sdk.messages.set(U1, json("{a: 1}"), json("{'$time': 1767323045}")),
                    sdk.messages.set(U1, json("{b: 2}"), json("{'$time': 1798859045000, '$ignore_time': true}")));

            assertThat(sdk.user(U1))
                    .isEqualTo(Map.of(
                            "a", 1L, "b", 2L, "$created", "2026-01-02T03:04:05", "$last_seen", "2026-01-02T03:04:05"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void deliver_withAndWithoutAddress_locatesOnlyWith(Transport transport) throws Exception {
        EngageDoubleBuilder builder = plain().locator(CidrLocator.builder()
                .put("127.0.0.0/8", new Location("Bern", null, "CH", null))
                .build());
        try (JavaSdk sdk = new JavaSdk(transport, builder)) {
            sdk.api().deliver(JavaSdk.delivery(sdk.messages.set("with", json("{a: 1}"))), true);
            sdk.api().deliver(JavaSdk.delivery(sdk.messages.set("without", json("{a: 1}"))), false);
            sdk.api().deliver(JavaSdk.delivery(sdk.messages.set("default", json("{a: 1}"))));

            assertThat(sdk.user("with")).isEqualTo(Map.of("a", 1L, "$city", "Bern", "$country_code", "CH"));
            assertThat(sdk.user("without")).isEqualTo(Map.of("a", 1L));
            assertThat(sdk.user("default")).isEqualTo(Map.of("a", 1L));
        }
    }

    @ParameterizedTest
    @EnumSource
    void deliver_manyOfEveryKind_arriveInBatchesOfFifty(Transport transport) throws Exception {
        try (JavaSdk sdk = new JavaSdk(transport, plain())) {
            ClientDelivery delivery = new ClientDelivery();
            for (int at = 0; at < 120; at++) {
                delivery.addMessage(sdk.messages.increment("user-" + at % 40, Map.of("n", (long) at)));
                delivery.addMessage(sdk.messages.groupSet("company", "group-" + at, json("{at: " + at + "}")));
                delivery.addMessage(sdk.messages.event("user-" + at, "seen", json("{at: " + at + "}")));
                delivery.addMessage(sdk.messages.importEvent("user-" + at, "imported", null));
            }
            sdk.api().deliver(delivery);

            assertThat(sdk.engage.engine().count()).isEqualTo(40 + 120);
            assertThat(sdk.user("user-7")).isEqualTo(Map.of("n", 7L + 47 + 87));
            assertThat(sdk.group("company", "group-119")).isEqualTo(Map.of("at", 119L));
            assertThat(sdk.engage.journal().entries())
                    .extracting(entry -> entry.updates().size() + entry.events().size())
                    .containsExactly(50, 50, 20, 50, 50, 20, 50, 50, 20, 120);
        }
    }

    @ParameterizedTest
    @EnumSource
    void importEvent_strictOrNot_isAcceptedAndJournaled(Transport transport) throws Exception {
        try (JavaSdk sdk = new JavaSdk(transport, plain())) {
            ClientDelivery delivery = JavaSdk.delivery(
                    sdk.messages.importEvent(U1, "bought", json("{time: 1767323045000, '$insert_id': 'i1'}")));
            sdk.api().deliver(delivery);
            sdk.api()
                    .deliver(
                            delivery,
                            new DeliveryOptions.Builder()
                                    .importStrictMode(false)
                                    .build());

            assertThat(sdk.engage.journal().entries())
                    .flatExtracting(entry -> entry.events())
                    .allSatisfy(event -> {
                        assertThat(event.name()).isEqualTo("bought");
                        assertThat(event.token()).isEqualTo(JavaSdk.TOKEN);
                        assertThat(event.properties().get("$insert_id")).isEqualTo("i1");
                    })
                    .hasSize(2);
            assertThat(sdk.engage.engine().count()).isZero();
        }
    }

    @Test
    void send_unknownOperator_isRefusedQuietlyOrLoudly() throws Exception {
        try (JavaSdk sdk = new JavaSdk(Transport.HTTP, plain())) {
            JSONObject message = sdk.messages.peopleMessage(U1, "$double", json("{a: 1}"), null);

            assertThatThrownBy(() -> sdk.send(message)).isInstanceOf(MixpanelServerException.class);
        }
        try (JavaSdk sdk = new JavaSdk(Transport.HTTP, plain().failLoudly(true))) {
            JSONObject message = sdk.messages.peopleMessage(U1, "$double", json("{a: 1}"), null);

            assertThatThrownBy(() -> sdk.send(message)).hasMessageContaining("response code: 400");
            assertThat(sdk.engage.engine().count()).isZero();
        }
    }
}
