package io.github.profileengine.reducer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.location.Coordinates;
import io.github.profileengine.location.Location;
import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.ProfileId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpdateTest {
    private static final ProfileId USER = ProfileId.user("p", "u");
    private static final ProfileId GROUP = ProfileId.group("p", "company", "g");

    @Test
    void build_operators_areInTheDocumentedOrder() {
        Update update = Update.of(USER)
                .delete()
                .unset("a")
                .remove("b", 1)
                .append("c", 1)
                .union("d", List.of(1))
                .add("e", 1)
                .merge("f", Map.of())
                .setOnce("g", 1)
                .set("h", 1)
                .build();
        assertThat(update.operations().stream().map(Operation::operator)).containsExactly(Operator.values());
        assertThat(update.target()).isEqualTo(USER);
        assertThat(update.isAccepted()).isFalse();
    }

    @Test
    void build_severalCallsOfOneOperator_makeOneOperation() {
        Update update = Update.of(USER)
                .set("a", 1)
                .set(Map.of("b", 2, "c", 3))
                .set("a", 4)
                .build();
        assertThat(update.operations()).hasSize(1);
        assertThat(update.operations().get(0).operand()).isEqualTo(Map.of("a", 4L, "b", 2L, "c", 3L));
    }

    @Test
    void build_noOperator_fails() {
        assertThatThrownBy(() -> Update.of(USER).time(Instant.EPOCH).build())
                .isInstanceOfSatisfying(
                        InvalidUpdateException.class,
                        e -> assertThat(e.rule()).isEqualTo(Rule.RECORD_OPERATOR_MISSING));
    }

    @Test
    void build_operatorThatGroupsMustNotHave_fails() {
        for (UpdateBuilder builder : List.of(
                Update.of(GROUP).add("k", 1),
                Update.of(GROUP).append("k", 1),
                Update.of(GROUP).merge("k", Map.of()))) {
            assertThatThrownBy(builder::build).isInstanceOfSatisfying(InvalidUpdateException.class, e -> {
                assertThat(e.rule()).isEqualTo(Rule.RECORD_OPERATOR_NOT_FOR_GROUPS);
                assertThat(e.field()).startsWith("$");
            });
        }
        Update all = Update.of(GROUP)
                .set("a", 1)
                .setOnce("b", 1)
                .union("c", 1)
                .remove("d", 1)
                .unset("e")
                .delete()
                .build();
        assertThat(all.operations()).hasSize(6);
    }

    @Test
    void time_outsideTheYears_fails() {
        for (String time : List.of("-0001-12-31T23:59:59.999Z", "+10000-01-01T00:00:00Z")) {
            assertThatThrownBy(() -> Update.of(USER).time(Instant.parse(time)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (String time : List.of("0000-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z")) {
            Instant instant = Instant.parse(time);
            assertThat(Update.of(USER).set("k", 1).time(instant).build().time()).contains(instant);
        }
    }

    @Test
    void flags_default_areOff() {
        Update plain = Update.of(USER).unset("k").build();
        assertThat(plain.ignoreAlias()).isFalse();
        assertThat(plain.ignoreTime()).isFalse();
        assertThat(plain.time()).isEmpty();
        assertThat(plain.ip()).isEmpty();
        assertThat(plain.coordinates()).isEmpty();
        assertThat(plain.location()).isEmpty();
        Update flagged = Update.of(USER).unset("k").ignoreAlias().ignoreTime().build();
        assertThat(flagged.ignoreAlias()).isTrue();
        assertThat(flagged.ignoreTime()).isTrue();
        assertThat(Update.of(USER)
                        .unset("k")
                        .ignoreTime(true)
                        .ignoreTime(false)
                        .build()
                        .ignoreTime())
                .isFalse();
    }

    @Test
    void ip_ofTheRecord_winsOverThatOfOperands() {
        assertThat(Update.of(USER).ip("10.0.0.1").set("$ip", "10.0.0.2").build().ip())
                .contains("10.0.0.1");
        assertThat(Update.of(USER)
                        .set("$ip", "10.0.0.2")
                        .setOnce("$ip", "10.0.0.3")
                        .build()
                        .ip())
                .contains("10.0.0.2");
        assertThat(Update.of(USER)
                        .set("$ip", "nowhere")
                        .setOnce("$ip", "10.0.0.3")
                        .build()
                        .ip())
                .contains("10.0.0.3");
        assertThat(Update.of(USER).noIp().set("$ip", "10.0.0.2").build().ip()).contains("0");
        assertThat(Update.of(USER).set("$ip", 0).requestIp("10.0.0.9").build().ip())
                .contains("0");
        assertThat(Update.of(USER).append("$ip", "10.0.0.2").build().ip()).isEmpty();
        assertThat(Update.of(USER).set("k", 1).requestIp("10.0.0.9").build().ip())
                .contains("10.0.0.9");
        assertThat(Update.of(USER)
                        .ip("nowhere")
                        .set("k", 1)
                        .requestIp("10.0.0.9")
                        .build()
                        .ip())
                .contains("10.0.0.9");
    }

    @Test
    void withRequestIp_nothingSpeaksOfOne_addsItAndKeepsAllElse() {
        for (boolean on : new boolean[] {false, true}) {
            UpdateBuilder all = Update.of(USER)
                    .set("k", 1)
                    .add("n", 2)
                    .time(Instant.EPOCH)
                    .ignoreTime(on)
                    .ignoreAlias(!on)
                    .coordinates(46.9, 7.4);

            assertThat(all.build().withRequestIp("10.0.0.9"))
                    .isEqualTo(all.requestIp("10.0.0.9").build());
        }
        Update accepted = Update.of(USER).set("k", 1).build().accepted(USER, Instant.EPOCH, null);
        assertThat(accepted.withRequestIp("10.0.0.9").ip()).contains("10.0.0.9");
        assertThat(accepted.withRequestIp("10.0.0.9").isAccepted()).isTrue();
    }

    @Test
    void withRequestIp_addressToldOrNone_isTheSame() {
        for (Update told : List.of(
                Update.of(USER).set("k", 1).ip("10.0.0.1").build(),
                Update.of(USER).set("k", 1).noIp().build(),
                Update.of(USER).set("$ip", "10.0.0.2").build())) {
            assertThat(told.withRequestIp("10.0.0.9")).isSameAs(told);
        }
        Update silent = Update.of(USER).set("k", 1).build();
        assertThat(silent.withRequestIp("nowhere")).isSameAs(silent);
    }

    @Test
    void ip_insideOperands_isTakenOut() {
        Update update = Update.of(USER)
                .set("$ip", 1)
                .setOnce("$ip", 1)
                .merge("$ip", 1)
                .add("$ip", 1)
                .union("$ip", 1)
                .append("$ip", 1)
                .remove("$ip", 1)
                .build();
        assertThat(update.operations())
                .hasSize(7)
                .allSatisfy(operation -> assertThat(operation.propertyNames()).isEmpty());
    }

    @Test
    void coordinates_outOfRange_countAsAbsent() {
        assertThat(Update.of(USER).set("k", 1).coordinates(1.5, -180).build().coordinates())
                .contains(new Coordinates(1.5, -180));
        assertThat(Update.of(USER).set("k", 1).coordinates(90.5, 0).build().coordinates())
                .isEmpty();
        assertThat(Update.of(USER).set("k", 1).coordinates(0, 180.5).build().coordinates())
                .isEmpty();
        assertThat(Update.of(USER)
                        .set("k", 1)
                        .coordinates(Double.NaN, 0)
                        .build()
                        .coordinates())
                .isEmpty();
    }

    @Test
    void equals_sameContent() {
        Update one = Update.of(USER).set("k", 1).time(Instant.EPOCH).build();
        assertThat(one)
                .isEqualTo(Update.of(USER).time(Instant.EPOCH).set("k", 1.0).build())
                .hasSameHashCodeAs(
                        Update.of(USER).time(Instant.EPOCH).set("k", 1.0).build())
                .isNotEqualTo(Update.of(USER).set("k", 1).build())
                .isNotEqualTo(
                        Update.of(USER).setOnce("k", 1).time(Instant.EPOCH).build());
    }

    @Test
    void equals_oneOtherPart_isUnequal() {
        Update update = builder().build();
        assertThat(builder().build()).isEqualTo(update).hasSameHashCodeAs(update);
        Update accepted = update.accepted(USER, Instant.EPOCH, null);
        assertThat(update.accepted(USER, Instant.EPOCH, null)).isEqualTo(accepted);
        ResolvedLocation place = new ResolvedLocation(new Location("Oslo", null, null, null), false);
        for (Update other : List.of(
                Update.of(ProfileId.user("p", "v"))
                        .set("k", 1)
                        .time(Instant.EPOCH)
                        .build(),
                builder().unset("j").build(),
                builder().time(Instant.ofEpochSecond(1)).build(),
                builder().ignoreTime().build(),
                builder().ignoreAlias().build(),
                builder().ip("10.0.0.1").build(),
                builder().coordinates(1, 2).build(),
                update.accepted(USER, Instant.EPOCH, place),
                accepted)) {
            assertThat(other).as("%s", other).isNotEqualTo(update);
            assertThat(other.hashCode()).as("%s", other).isNotEqualTo(update.hashCode());
        }
        assertThat(accepted).isNotEqualTo(update.accepted(USER, Instant.EPOCH, place));
        assertThat(update).isNotEqualTo(null);
    }

    private static UpdateBuilder builder() {
        return Update.of(USER).set("k", 1).time(Instant.EPOCH);
    }

    @Test
    void toString_targetOperationsAndTime_areShown() {
        assertThat(builder().build()).hasToString("p/u [$set {k=1}] at 1970-01-01T00:00:00Z");
        assertThat(Update.of(USER).delete().build()).hasToString("p/u [$delete null]");
    }

    @Test
    void accepted_update_keepsTheRestAndIsMarked() {
        Update update = builder()
                .ignoreTime()
                .ignoreAlias()
                .ip("10.0.0.1")
                .coordinates(1, 2)
                .build();
        ResolvedLocation place = new ResolvedLocation(new Location("Oslo", null, null, null), true);
        ProfileId resolved = ProfileId.user("p", "v");
        Update accepted = update.accepted(resolved, Instant.ofEpochSecond(5), place);
        assertThat(accepted.target()).isEqualTo(resolved);
        assertThat(accepted.operations()).isEqualTo(update.operations());
        assertThat(accepted.time()).contains(Instant.ofEpochSecond(5));
        assertThat(accepted.location()).contains(place);
        assertThat(accepted.ignoreTime()).isTrue();
        assertThat(accepted.ignoreAlias()).isTrue();
        assertThat(accepted.ip()).contains("10.0.0.1");
        assertThat(accepted.coordinates()).contains(new Coordinates(1, 2));
        assertThat(accepted.isAccepted()).isTrue();
    }

    @Test
    void has_operators_ofTheUpdateOnly() {
        Update update = Update.of(USER).set("a", 1).unset("b").build();
        assertThat(update.has(Operator.SET)).isTrue();
        assertThat(update.has(Operator.UNSET)).isTrue();
        assertThat(update.has(Operator.SET_ONCE)).isFalse();
        assertThat(update.has(Operator.DELETE)).isFalse();
    }

    @Test
    void accepted_otherProjectKindOrTime_isRefused() {
        ProfileId ada = ProfileId.user("p", "ada");
        Update update = Update.of(ada).add("n", 1).build();
        assertThatThrownBy(() -> update.accepted(ProfileId.group("p", "k", "g"), Instant.EPOCH, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> update.accepted(ProfileId.user("q", "ada"), Instant.EPOCH, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> update.accepted(ada, Instant.parse("+20000-01-01T00:00:00Z"), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
