package io.github.profileengine.benchmark.list;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElementListCheckTest {
    @ParameterizedTest
    @EnumSource(ElementLists.class)
    void check_everyImplementationAtEverySize_passes(ElementLists implementation) {
        for (int size : new int[] {0, 1, 5, 15, 16, 17, 100, 1000}) {
            assertThatCode(() -> ElementListCheck.check(implementation.create(), size))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void check_unionThatKeepsRepeats_fails() {
        ElementList<?> appending = new AppendingUnion();

        @SuppressWarnings("unchecked") // as ElementLists does
        ElementList<Object> list = (ElementList<Object>) appending;

        assertThatThrownBy(() -> ElementListCheck.check(list, 5))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("union");
    }

    /** Appends what it should unite. */
    private static final class AppendingUnion implements ElementList<Object[]> {
        private final CopiedArray right = new CopiedArray();

        @Override
        public Object[] of(List<Object> elements) {
            return right.of(elements);
        }

        @Override
        public Object[] append(Object[] list, Object element) {
            return right.append(list, element);
        }

        @Override
        public Object[] union(Object[] list, List<Object> operand) {
            Object[] after = list;
            for (Object element : operand) {
                after = right.append(after, element);
            }
            return after;
        }

        @Override
        public Object[] remove(Object[] list, Object element) {
            return right.remove(list, element);
        }

        @Override
        public List<Object> content(Object[] list) {
            return right.content(list);
        }
    }
}
