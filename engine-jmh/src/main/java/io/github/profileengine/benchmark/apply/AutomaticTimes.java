package io.github.profileengine.benchmark.apply;

import io.github.profileengine.operation.Operator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The peers' automatic properties, written after the operators of an update. */
final class AutomaticTimes {
    private AutomaticTimes() {}

    static void write(Map<String, @Nullable Object> profile, boolean created, TreeUpdate update, long seconds) {
        boolean seen = !update.ignoreTime && !names(update.operand(Operator.SET), "$last_seen");
        if (!created && !seen) {
            return;
        }
        String text = TreeTime.text(seconds);
        if (created && !profile.containsKey("$created")) {
            profile.put("$created", text);
        }
        if (seen) {
            profile.put("$last_seen", text);
        }
    }

    private static boolean names(@Nullable Object @Nullable [] pairs, String name) {
        if (pairs != null) {
            for (int i = 0; i < pairs.length; i += 2) {
                if (name.equals(pairs[i])) {
                    return true;
                }
            }
        }
        return false;
    }
}
