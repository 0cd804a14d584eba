package io.github.profileengine.diff;

import io.github.profileengine.laws.RandomValues;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Three states of one id. Null means no profile; p and q are not both null. A later state often results from an earlier
 * one by updates, so that they share names and values.
 */
record States(Profile p, Profile q, Profile r) {
    static final ProfileId ID = ProfileId.user("p", "u");

    /** Names with which it is easy to get a pointer, a text or an order wrong. */
    private static final List<String> NAMES =
            List.of("", "a/b", "~", "~1", "__proto__", "-", "0", "\"\\\n", "\uffff", "\ud83d\ude00");

    private static final int MANY = 70;

    static States random(Random random) {
        RandomValues values = new RandomValues(random);
        Profile p = values.percent(12) ? null : fresh(values);
        Profile q = after(p, values);
        while (p == null && q == null) {
            q = after(p, values);
        }
        return new States(p, q, after(values.percent(70) ? p : q, values));
    }

    private static Profile after(Profile before, RandomValues values) {
        List<Supplier<Profile>> ways = new ArrayList<>(List.of(() -> null, () -> fresh(values)));
        if (before != null) {
            ways.add(() -> before);
            ways.add(() -> Profile.of(ID, before.properties()));
            ways.add(() -> rebuilt(before));
            ways.add(() -> updated(before, values));
            ways.add(() -> updated(before, values));
            ways.add(() -> updated(updated(before, values), values));
        }
        return values.of(ways).get();
    }

    private static Profile fresh(RandomValues values) {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (values.percent(50)) {
                properties.put(name, values.value());
            }
        }
        // Enough properties to need a layout of their own.
        int many = values.percent(10) ? MANY : 0;
        for (int i = 0; i < many; i++) {
            properties.put("n" + i, values.number());
        }
        return values.percent(8) ? Profile.empty(ID) : Profile.of(ID, properties);
    }

    /** An equal profile that shares nothing. */
    private static Profile rebuilt(Profile profile) {
        Map<String, Object> properties = new LinkedHashMap<>();
        profile.forEach(property -> properties.put(property.getKey(), RandomValues.fresh(property.getValue())));
        return Profile.of(ID, properties);
    }

    private static Profile updated(Profile profile, RandomValues values) {
        List<String> names = new ArrayList<>(profile.properties().keySet());
        names.addAll(NAMES);
        String name = values.of(names);
        return values.of(List.<Supplier<Profile>>of(
                        () -> Profile.set(profile, name, values.value()),
                        () -> Profile.set(Profile.set(profile, name, List.of()), "new", 1),
                        () -> Profile.append(profile, name, values.value()),
                        () -> repeated(profile, values),
                        () -> Profile.add(profile, name, 1),
                        () -> Profile.unset(profile, name)))
                .get();
    }

    /** With an element once more in its list: a difference of lists that sets of their elements do not show. */
    private static Profile repeated(Profile profile, RandomValues values) {
        List<String> lists = new ArrayList<>();
        profile.forEach(property -> {
            if (property.getValue() instanceof List<?> list && !list.isEmpty()) {
                lists.add(property.getKey());
            }
        });
        if (lists.isEmpty()) {
            return profile;
        }
        String name = values.of(lists);
        return Profile.append(profile, name, values.of(profile.list(name)));
    }
}
