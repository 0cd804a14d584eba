package io.github.profileengine.benchmark.profile;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PropertyMapCheckTest {
    @ParameterizedTest
    @EnumSource(PropertyMaps.class)
    void check_everyImplementationAtEverySize_passes(PropertyMaps implementation) {
        for (int size : new int[] {4, 12, 40, 200}) {
            assertThatCode(() -> PropertyMapCheck.check(implementation.create(), new SampleProfile(size)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void check_implementationThatLosesAProperty_fails() {
        PropertyMap<Map<String, Object>> losing = new LosingMap();

        @SuppressWarnings("unchecked") // as PropertyMaps does
        PropertyMap<Object> map = (PropertyMap<Object>) (PropertyMap<?>) losing;

        assertThatThrownBy(() -> PropertyMapCheck.check(map, new SampleProfile(4)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("unset");
    }

    /** Unsets nothing. */
    private static final class LosingMap implements PropertyMap<Map<String, Object>> {
        private final CopiedHashMap right = new CopiedHashMap();

        @Override
        public Map<String, Object> of(Map<String, Object> properties) {
            return right.of(properties);
        }

        @Override
        public Map<String, Object> set(Map<String, Object> map, String name, Object value) {
            return right.set(map, name, value);
        }

        @Override
        public Map<String, Object> setOnce(Map<String, Object> map, String name, Object value) {
            return right.setOnce(map, name, value);
        }

        @Override
        public Map<String, Object> add(Map<String, Object> map, String name, Long operand) {
            return right.add(map, name, operand);
        }

        @Override
        public Map<String, Object> unset(Map<String, Object> map, String name) {
            return new HashMap<>(map);
        }

        @Override
        public Map<String, Object> content(Map<String, Object> map) {
            return map;
        }
    }
}
