package io.github.profileengine.value;

import io.github.profileengine.oracle.OracleJson;
import java.util.Objects;

/** Values as the laws see them: those of the engine. Not final: {@link WrongValues} change a method. */
class ValuesUnderTest {
    static final int MAX_DEPTH = 100;

    /** A value as a profile keeps it. */
    Object kept(Object value) {
        return ValueBuilder.copyOf(value, MAX_DEPTH);
    }

    /** Whether two kept values are equal. */
    boolean equal(Object a, Object b) {
        return Objects.equals(a, b);
    }

    int hash(Object kept) {
        return Objects.hashCode(kept);
    }

    String text(Object kept) {
        return CanonicalText.of(kept);
    }

    /** The value that a text stands for. Values have no reader of their own, so this is the model's. */
    Object read(String text) {
        return OracleJson.value(text);
    }
}
