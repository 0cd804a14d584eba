package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Update;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A null is refused by the name of the argument, not by what an internal method would have done with it. */
class NullArgumentsTest {
    // The texts of an alias may be empty no more than null.
    private static final String A_NAME = "[a-zA-Z]+|(token|alias|distinct id) is missing or empty";

    @TestFactory
    Stream<DynamicTest> everyArgumentOfAnEngine_null_isRefusedByName() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Method method : EngineMethods.all().toList()) {
            Class<?>[] types = method.getParameterTypes();
            for (int at = 0; at < types.length; at++) {
                int place = at;
                if (!types[at].isPrimitive()) {
                    tests.add(DynamicTest.dynamicTest(method + " " + at, () -> isRefusedByName(method, place)));
                }
            }
        }
        assertThat(tests).hasSizeGreaterThan(15);
        return tests.stream();
    }

    private static void isRefusedByName(Method method, int at) throws Exception {
        try (ProfileEngine engine = Engines.builder().build()) {
            Object[] arguments = EngineMethods.arguments(method, engine.record());
            arguments[at] = null;
            assertThatThrownBy(() -> method.invoke(engine, arguments))
                    .cause()
                    .message()
                    .matches(A_NAME);
        }
    }

    @Test
    void makers_null_areRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> Batch.of((List<Update>) null))
                .withMessage("updates");
        assertThatNullPointerException().isThrownBy(() -> new Reducer(null)).withMessage("options");
    }
}
