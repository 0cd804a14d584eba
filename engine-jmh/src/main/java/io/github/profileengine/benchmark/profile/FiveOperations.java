package io.github.profileengine.benchmark.profile;

import io.github.profileengine.reducer.Update;
import java.util.LinkedHashMap;
import java.util.Map;

/** One update of five operations: two names are set, a missing one is set once, one is added to, and one is unset. */
final class FiveOperations {
    private final String first;
    private final String second;
    private final String absent;
    private final String integer;
    private final String gone;
    private final Object[] values = SampleProfile.freshValues();
    private final Long[] integers = SampleProfile.freshIntegers();

    FiveOperations(SampleProfile sample) {
        absent = sample.absentNames().get(0);
        integer = sample.integerNames().get(0);
        String[] others = sample.names().stream()
                .filter(name -> !name.equals(integer))
                .limit(3)
                .toArray(String[]::new);
        first = others[0];
        second = others[1];
        gone = others[2];
    }

    int count() {
        return SampleProfile.VALUES - 2;
    }

    Update update(int index) {
        return update(index, absent, gone);
    }

    /**
     * One of a series on the same profile, in which all five change something: the name that one brings, the next takes
     * away. The series begins with an even index.
     */
    Update inTurn(int index) {
        return index % 2 == 0 ? update(index, absent, gone) : update(index, gone, absent);
    }

    private Update update(int index, String brought, String taken) {
        return Update.of(OwnProfile.ID)
                .set(first, values[index])
                .set(second, values[index + 1])
                .setOnce(brought, values[index + 2])
                .add(integer, integers[index])
                .unset(taken)
                .build();
    }

    /** Five changes, each applied to the result of the one before. */
    Object oneByOne(PropertyMap<Object> map, Object profile, int index) {
        Object after = map.set(profile, first, values[index]);
        after = map.set(after, second, values[index + 1]);
        after = map.setOnce(after, absent, values[index + 2]);
        after = map.add(after, integer, integers[index]);
        return map.unset(after, gone);
    }

    /** Five changes in place, on a copy of the map. */
    void inPlace(Map<String, Object> copy, int index) {
        copy.put(first, values[index]);
        copy.put(second, values[index + 1]);
        copy.putIfAbsent(absent, values[index + 2]);
        copy.put(integer, PropertyMap.sum(copy.get(integer), integers[index]));
        copy.remove(gone);
    }

    Map<String, Object> expected(SampleProfile sample, int index) {
        Map<String, Object> properties = new LinkedHashMap<>(sample.properties());
        inPlace(properties, index);
        return properties;
    }
}
