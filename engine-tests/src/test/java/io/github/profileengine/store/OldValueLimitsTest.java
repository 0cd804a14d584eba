package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Limits judge what an update changes, not what was stored under wider limits. */
class OldValueLimitsTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final List<String> LONG_LIST = Collections.nCopies(1_500, "x".repeat(200));
    private static final List<String> ALL_BUT_ONE = LONG_LIST.subList(1, LONG_LIST.size());
    private static final Map<String, Object> MANY_KEYS = keys(300);
    private static final Map<String, Object> DEEP = Map.of("a", Map.of("b", Map.of("c", Map.of("d", 1))));

    private static Map<String, Object> keys(int count) {
        Map<String, Object> keys = new TreeMap<>();
        for (int key = 0; key < count; key++) {
            keys.put("key " + key, key);
        }
        return keys;
    }

    // An engine with these limits, which holds values of an engine without limits.
    private static ProfileEngine holding(StoreKind store) {
        try (ProfileEngine free = ProfileEngine.builder().store(store).build()) {
            Update update = Update.of(ADA)
                    .set("list", LONG_LIST)
                    .set("keys", MANY_KEYS)
                    .set("deep", DEEP)
                    .build();
            free.apply(Batch.of(update));
            return ProfileEngine.builder()
                    .store(store)
                    .limits(Limits.DOCUMENTED)
                    .state(free.snapshot())
                    .build();
        }
    }

    private static BatchResult applied(ProfileEngine engine, UnaryOperator<UpdateBuilder> update) {
        return engine.apply(Batch.of(update.apply(Update.of(ADA).set("ok", 1)).build()));
    }

    @ParameterizedTest
    @EnumSource
    void apply_operatorsThatLeadBackToAnOldValue_isAccepted(StoreKind store) {
        try (ProfileEngine engine = holding(store)) {
            BatchResult result = applied(
                    engine,
                    update -> update.append("list", "z")
                            .remove("list", "z")
                            .set("keys", Map.of())
                            .merge("keys", MANY_KEYS)
                            .set("deep", Map.of())
                            .merge("deep", DEEP));
            assertThat(result.rejections()).isEmpty();
            assertThat(engine.profile(ADA).orElseThrow().properties())
                    .containsEntry("ok", 1L)
                    .containsEntry("list", LONG_LIST)
                    .hasEntrySatisfying(
                            "keys", keys -> assertThat((Map<?, ?>) keys).hasSize(MANY_KEYS.size()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void apply_aListSetAnewAndAppendedToUntilItIsTheOldOne_isAccepted(StoreKind store) {
        try (ProfileEngine engine = holding(store)) {
            BatchResult result =
                    applied(engine, update -> update.set("list", ALL_BUT_ONE).append("list", LONG_LIST.get(0)));
            assertThat(result.rejections()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void apply_operatorsThatLeadBackInOnePropertyAndNotInAnother_isRejectedForThat(StoreKind store) {
        try (ProfileEngine engine = holding(store)) {
            BatchResult result = applied(
                    engine,
                    update -> update.set("keys", Map.of())
                            .merge("keys", MANY_KEYS)
                            .append("list", "z")
                            .remove("list", "y"));
            assertThat(result.rejections()).singleElement().satisfies(rejection -> {
                assertThat(rejection.rule()).isEqualTo(Rule.RECORD_LIMIT_PROPERTY_BYTES);
                assertThat(rejection.field()).isEqualTo("list");
            });
            assertThat(engine.profile(ADA).orElseThrow().contains("ok")).isFalse();
        }
    }
}
