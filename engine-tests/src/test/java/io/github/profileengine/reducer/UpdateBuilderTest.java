package io.github.profileengine.reducer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.profile.ProfileId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UpdateBuilderTest {
    private static final ProfileId ID = ProfileId.user("p", "u");

    @Test
    void build_operatorsOfSeveralProperties_carryThem() {
        Map<String, Integer> values = Map.of("a", 1, "b", 2);
        Update update = Update.of(ID)
                .set(values)
                .setOnce(values)
                .merge(values)
                .add(values)
                .union(values)
                .append(values)
                .remove(values)
                .unset(List.of("a", "b"))
                .build();
        assertThat(update.operations())
                .hasSize(8)
                .allSatisfy(operation -> assertThat(operation.propertyNames()).containsExactly("a", "b"));
    }

    @Test
    void builder_nameTwice_joinsOrRefuses() {
        assertThat(Update.of(ID).set("a", 1).set("a", 2).build())
                .isEqualTo(Update.of(ID).set("a", 2).build());
        assertThat(Update.of(ID).setOnce("a", 1).setOnce("a", 2).build())
                .isEqualTo(Update.of(ID).setOnce("a", 1).build());
        assertThat(Update.of(ID).remove("l", "a").remove("l", List.of("b", "c")).build())
                .isEqualTo(Update.of(ID).remove("l", List.of("a", "b", "c")).build());
        assertThat(Update.of(ID).union("l", List.of(1)).union("l", 2).build())
                .isEqualTo(Update.of(ID).union("l", List.of(1, 2)).build());
        assertThat(Update.of(ID)
                        .merge("o", Map.of("a", 1))
                        .merge("o", Map.of("a", 2, "b", 3))
                        .build())
                .isEqualTo(Update.of(ID).merge("o", Map.of("a", 2, "b", 3)).build());
        assertThatThrownBy(() -> Update.of(ID).append("l", 1).append("l", 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("$append names \"l\" twice");
    }
}
