package io.github.profileengine.benchmark.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeListsTest {
    private static final int MOST = 40;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void union_afterAppendsAndRemoves_isEachValueOnce(boolean owned) {
        Random random = new Random(1);
        List<@Nullable Object> list = some(random);
        for (int step = 0; step < 10_000; step++) {
            List<@Nullable Object> before = new ArrayList<>(list);
            List<@Nullable Object> operand = some(random);
            List<@Nullable Object> after;
            List<@Nullable Object> expected;
            switch (random.nextInt(4)) {
                case 0 -> {
                    after = TreeLists.append(list, operand.get(0), owned);
                    expected = new ArrayList<>(before);
                    expected.add(operand.get(0));
                }
                case 1 -> {
                    after = TreeLists.remove(list, operand, owned);
                    expected = new ArrayList<>(before);
                    expected.removeAll(operand);
                }
                default -> {
                    after = TreeLists.union(list, operand, owned);
                    Set<@Nullable Object> distinct = new LinkedHashSet<>(before);
                    distinct.addAll(operand);
                    expected = new ArrayList<>(distinct);
                }
            }
            assertThat(after).isEqualTo(expected);
            if (!owned) {
                assertThat(list).isEqualTo(before);
            }
            list = after;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void union_secondWithNothingMissing_isTheSameList(boolean owned) {
        List<@Nullable Object> united = TreeLists.union(new ArrayList<>(List.of("a", "b")), "c", owned);

        assertThat(TreeLists.union(united, "a", owned)).isSameAs(united);
        assertThat(TreeLists.union(united, List.of("c", "b"), owned)).isSameAs(united);
        assertThat(TreeLists.remove(united, "d", owned)).isSameAs(united);
    }

    @Test
    void union_ownedList_isChangedInPlace() {
        List<@Nullable Object> united = TreeLists.union(new TreeList(), "a", true);

        assertThat(TreeLists.union(united, Arrays.asList("b", null), true)).isSameAs(united);
        assertThat(united).containsExactly("a", "b", null);
    }

    // Of few values, so that they repeat; sometimes more than are searched.
    private static List<@Nullable Object> some(Random random) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int left = 1 + random.nextInt(random.nextBoolean() ? 2 : MOST); left > 0; left--) {
            int value = random.nextInt(MOST);
            values.add(value == 0 ? null : (Object) value);
        }
        return values;
    }
}
