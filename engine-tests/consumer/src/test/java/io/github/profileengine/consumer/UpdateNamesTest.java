package io.github.profileengine.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdateNamesTest {
    private static final ProfileId ANNA = ProfileId.user("token", "anna");

    @Test
    void builder_everyOperator_listsThemInDocumentedOrder() {
        Update update = Update.of(ANNA)
                .delete()
                .unset("old")
                .unset(List.of("older"))
                .remove("tags", "a")
                .remove(Map.of("tags", List.of("b")))
                .append("log", 1)
                .append(Map.of("path", 2))
                .union("tags", List.of("c"))
                .union(Map.of("more", List.of("d")))
                .add("count", 1)
                .add(Map.of("visits", 2.5))
                .merge("address", Map.of("city", "Oslo"))
                .merge(Map.of("plan", Map.of("name", "free")))
                .setOnce("first", true)
                .setOnce(Map.of("source", "web"))
                .set("name", "Anna")
                .set(Map.of("age", 30))
                .build();

        assertThat(update.target()).isEqualTo(ANNA);
        assertThat(update.operations()).extracting(Operation::operator).containsExactly(Operator.values());
    }

    @Test
    void builder_recordFields_readBack() {
        Instant time = Instant.parse("2026-01-02T03:04:05Z");

        Update update = Update.of(ANNA)
                .operation(Operation.of(Operator.SET, Map.of("name", "Anna")))
                .time(time)
                .ignoreAlias()
                .ignoreTime()
                .ip("192.0.2.1")
                .coordinates(59.9, 10.7)
                .build();

        assertThat(update.time()).contains(time);
        assertThat(update.ignoreAlias()).isTrue();
        assertThat(update.ignoreTime()).isTrue();
        assertThat(update.ip()).contains("192.0.2.1");
        assertThat(update.coordinates()).isPresent();
        assertThat(update.location()).isEmpty();
    }

    @Test
    void builder_flagsSwitchedOff_readBack() {
        Update update = Update.of(ANNA)
                .set("name", "Anna")
                .ignoreAlias(false)
                .ignoreTime(false)
                .requestIp("192.0.2.2")
                .noIp()
                .build();

        assertThat(update.ignoreAlias()).isFalse();
        assertThat(update.ignoreTime()).isFalse();
        assertThat(update.ip()).isEqualTo(Optional.of("0"));
    }

    @Test
    void build_withoutOperator_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Update.of(ANNA).build());
    }

    @Test
    void build_addOnGroup_isRefused() {
        ProfileId company = ProfileId.group("token", "company", "acme");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Update.of(company).add("seats", 1).build());
    }
}
