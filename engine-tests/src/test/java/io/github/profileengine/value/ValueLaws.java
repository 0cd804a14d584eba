package io.github.profileengine.value;

import io.github.profileengine.laws.ReducerLaws;

/** Base class of the laws about values. They also run against wrong values; see {@link WrongValuesTest}. */
class ValueLaws extends ReducerLaws {
    private ValuesUnderTest values = new ValuesUnderTest();

    void against(ValuesUnderTest wrong) {
        values = wrong;
    }

    ValuesUnderTest values() {
        return values;
    }

    Object kept(Object value) {
        return values.kept(value);
    }

    /** The text of a value as it is kept. */
    String text(Object value) {
        return values.text(kept(value));
    }
}
