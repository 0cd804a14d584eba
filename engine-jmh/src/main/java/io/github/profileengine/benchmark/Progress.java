package io.github.profileengine.benchmark;

import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How far a command has come.
 *
 * @param now how many rows this run measured
 * @param failed how many rows failed in this run
 * @param before when the rows were finished that earlier runs measured
 */
record Progress(int now, int failed, List<ResultFile.Moment> before) {
    @Override
    public String toString() {
        String text = now + " measured now" + (failed > 0 ? ", " + failed + " failed" : "");
        if (before.isEmpty()) {
            return text;
        }
        return String.format(
                Locale.ROOT,
                "%s, %d in earlier runs of the same code since %s, load average at most %.2f",
                text,
                before.size(),
                before.stream()
                        .map(ResultFile.Moment::when)
                        .min(Comparator.naturalOrder())
                        .orElseThrow()
                        .truncatedTo(ChronoUnit.SECONDS),
                before.stream().mapToDouble(ResultFile.Moment::load).max().orElse(Double.NaN));
    }
}
