package io.github.profileengine.benchmark.apply;

import io.github.profileengine.operation.Operator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The peers' automatic properties, written after the operators of an update. */
final class AutomaticTimes {
    private AutomaticTimes() {}

    static void write(Map<String, @Nullable Object> profile, boolean created, TreeUpdate update, long seconds) {
        boolean seen = !update.ignoreTime() && !update.names(Operator.SET, "$last_seen");
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
}
