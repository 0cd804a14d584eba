package io.github.profileengine.store;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Updates that fill the engines whose heap is measured. */
final class HeapFilling {
    private static final int AT_ONCE = 500;

    private HeapFilling() {}

    static UpdateBuilder of(int number) {
        return Update.of(ProfileId.user("p", "user-" + (1_000_000 + number)));
    }

    static String text(int number, int length) {
        return (number + " ").repeat(length / 2 + 1).substring(0, length);
    }

    static void each(ProfileEngine engine, int profiles, IntFunction<UpdateBuilder> updates) {
        for (int from = 0; from < profiles; from += AT_ONCE) {
            List<Update> batch = new ArrayList<>();
            for (int number = from; number < Math.min(profiles, from + AT_ONCE); number++) {
                batch.add(updates.apply(number).build());
            }
            if (engine.apply(Batch.of(batch)).rejected() > 0) {
                throw new AssertionError("rejected");
            }
        }
    }

    /** Sets so many properties, including the two automatic times: texts, integers, doubles, booleans. */
    static void mixed(ProfileEngine engine, int profiles, int properties) {
        each(engine, profiles, number -> {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int at = 0; at < properties - 2; at++) {
                values.put("p" + at, value(number, at));
            }
            return of(number).set(values);
        });
    }

    private static Object value(int number, int at) {
        return switch (at % 6) {
            case 0 -> (long) number << at % 40;
            case 1, 2 -> text(number, 4 + (number + at) % 40);
            case 3 -> number + 0.25;
            case 4 -> number % 50;
            default -> number % 2 == 0;
        };
    }
}
