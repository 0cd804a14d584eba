package io.github.profileengine.testdouble.ingestion;

import io.github.profileengine.testdouble.fault.Disturbance;
import io.github.profileengine.testdouble.fault.Strike;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes for the journal what was injected into a request. */
final class InjectedText {
    /** Bounded, so that a batch of thousands of updates does not fill the journal. */
    private static final int MAX_SHOWN = 20;

    private InjectedText() {}

    /** The description; null if nothing was injected. */
    static @Nullable String of(Strike strike, List<Disturbance> disturbances) {
        if (disturbances.isEmpty()) {
            return strike.isHit() ? strike.text() : null;
        }
        List<String> parts = new ArrayList<>();
        for (Disturbance disturbance : disturbances.subList(0, Math.min(MAX_SHOWN, disturbances.size()))) {
            // Counted as the inspector counts them.
            parts.add("record " + (disturbance.index() + 1) + " "
                    + disturbance.kind().phrase());
        }
        int more = disturbances.size() - parts.size();
        String text = String.join(", ", parts) + (more > 0 ? " and " + more + " more" : "") + " (request "
                + disturbances.get(0).request() + " with valid updates since the plan began)";
        return (strike.isHit() ? strike.text() + ", " : "injected: ") + text;
    }
}
