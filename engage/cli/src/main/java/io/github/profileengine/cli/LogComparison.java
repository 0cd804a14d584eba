package io.github.profileengine.cli;

import io.github.profileengine.cli.LogDifference.Place;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.profile.ProfileId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds where two logs first differ. They agree if they have the same barriers in the same order, and if between two
 * barriers each profile has the same updates in the same order. The order of updates of different profiles, and their
 * slices and shards, depend on threads and do not affect the state.
 *
 * <p>Of the updates between two barriers it holds only the {@link UpdateTrail}s of the first log.
 */
final class LogComparison {

    private static final Comparator<LogDifference> BY_LINE = Comparator.<LogDifference>comparingLong(
                    difference -> difference.first().line())
            .thenComparingLong(difference -> difference.second().line());

    private final LogSegments first;
    private final LogSegments second;
    private final Map<ProfileId, UpdateTrail> trails = new HashMap<>();
    private @Nullable LogDifference earliest;

    LogComparison(LogSegments first, LogSegments second) {
        this.first = first;
        this.second = second;
    }

    /** Finds the first difference, by line in the first log; null if there is none. Reads both logs to their ends. */
    @Nullable
    LogDifference find() throws UnusableFileException {
        LogEntry barrier;
        do {
            trails.clear();
            barrier = first.next((update, line) -> trail(update.target()).add(UpdateTrail.digest(update), line));
            LogEntry other = second.next((update, line) -> compare(update.target(), UpdateTrail.digest(update), line));
            trails.forEach(this::compareEnds);
            if (earliest == null && !Objects.equals(barrier, other)) {
                earliest = new LogDifference(null, new Place(first.line(), false), new Place(second.line(), false));
            }
        } while (barrier != null && earliest == null);
        first.finish();
        second.finish();
        return earliest;
    }

    private UpdateTrail trail(ProfileId id) {
        return trails.computeIfAbsent(id, added -> new UpdateTrail());
    }

    private void compare(ProfileId id, long[] digest, long line) {
        UpdateTrail trail = trail(id);
        if (!trail.hasParted() && !trail.agrees(digest)) {
            long due = trail.nextLine();
            Place here = due == 0 ? new Place(first.line(), false) : new Place(due, true);
            found(new LogDifference(id, here, new Place(line, true)));
        }
    }

    /** Called after all updates of the second log: finds an update that the second log lacks. */
    private void compareEnds(ProfileId id, UpdateTrail trail) {
        long due = trail.nextLine();
        if (!trail.hasParted() && due > 0) {
            found(new LogDifference(id, new Place(due, true), new Place(second.line(), false)));
        }
    }

    private void found(LogDifference difference) {
        if (earliest == null || BY_LINE.compare(difference, earliest) < 0) {
            earliest = difference;
        }
    }
}
