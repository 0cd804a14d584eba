package io.github.profileengine.benchmark.profile;

import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One implementation, one profile, and operands that are taken in turn.
 *
 * <p>Every call starts from the same profile and hands its result to JMH. So the operation is measured, and not the
 * store that keeps its result. The mutable map is the exception: each call changes it for the next one. Operands are
 * made beforehand. Names are the same instances from which the profile was made, like those of a decoder's symbol
 * table.
 */
@State(Scope.Thread)
public class ProfileState {
    @Param({"4", "12", "40", "200"})
    public int properties;

    @Param
    public PropertyMaps implementation;

    PropertyMap<Object> map;
    Object profile;

    private String[] names;
    private String[] integerNames;
    private String[] absentNames;
    private Object[] values;
    private Long[] integers;
    private int nextName;
    private int nextValue;

    @Setup
    public void setUp() {
        SampleProfile sample = new SampleProfile(properties);
        map = implementation.create();
        PropertyMapCheck.check(map, sample);
        profile = map.of(sample.properties());
        names = sample.names().toArray(new String[0]);
        integerNames = sample.integerNames().toArray(new String[0]);
        absentNames = sample.absentNames().toArray(new String[0]);
        values = SampleProfile.freshValues();
        integers = SampleProfile.freshIntegers();
    }

    String nextName() {
        return next(names);
    }

    String nextIntegerName() {
        return next(integerNames);
    }

    String nextAbsentName() {
        return next(absentNames);
    }

    Object nextValue() {
        return values[nextValue++ & SampleProfile.VALUES - 1];
    }

    Long nextInteger() {
        return integers[nextValue++ & SampleProfile.VALUES - 1];
    }

    private String next(String[] from) {
        int index = nextName;
        nextName = index + 1 == from.length ? 0 : index + 1;
        return from[index];
    }
}
