package io.github.profileengine.cli;

import io.github.profileengine.cli.LogDifference.Place;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.profile.CanonicalRecord;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.wire.LogWriter;
import org.jspecify.annotations.Nullable;

/** Follows one profile through a log up to a place, and finds what the log has there. Not thread-safe. */
final class ProfileTrace {

    private final OpenedLog log;
    private final @Nullable ProfileId target;
    private final Place place;
    private final Reducer reducer;
    private final String unknown;
    private boolean known;
    private @Nullable Profile before;
    private @Nullable Profile after;
    private String text = "";
    private long updates;

    /**
     * Starts with a log that has just been opened.
     *
     * @param target the profile to follow; null for none
     * @param start the state that the log continues; null if unknown
     * @param unknown what to show for a profile that is unknown
     */
    ProfileTrace(OpenedLog log, @Nullable ProfileId target, Place place, @Nullable LogStart start, String unknown) {
        this.log = log;
        this.target = target;
        this.place = place;
        this.reducer = new Reducer(log.reader().options());
        this.unknown = unknown;
        this.known = start != null;
        this.before = start == null || target == null
                ? null
                : start.state().profile(target).orElse(null);
        this.after = before;
    }

    /** Reads the log up to the place. */
    void follow() throws UnusableFileException {
        boolean reached = false;
        while (!reached) {
            LogEntry entry = log.read();
            reached = entry == null || log.line() >= place.line();
            if (entry instanceof LogEntry.Slice slice) {
                reached = follow(slice);
            } else if (reached) {
                text = entry == null ? "the end of the log" : LogWriter.head(entry);
            } else if (target != null) {
                pass(entry, target);
            }
        }
    }

    private boolean follow(LogEntry.Slice slice) {
        long line = log.line();
        for (Update update : slice.updates()) {
            line++;
            boolean reached = line == place.line();
            if (reached) {
                text = LogWriter.line(update);
                after = reducer.reduce(before, update).after();
                return true;
            }
            updates++;
            if (update.target().equals(target)) {
                before = reducer.reduce(before, update).after();
                after = before;
            }
        }
        return false;
    }

    private void pass(@Nullable LogEntry barrier, ProfileId id) {
        if (barrier instanceof LogEntry.Restored restored) {
            known = true;
            before = restored.state().profile(id).orElse(null);
        } else if (barrier instanceof LogEntry.Cleared cleared
                && cleared.token().equals(id.token())) {
            known = true;
            before = null;
        }
        after = before;
    }

    /** The update at the place. If there is none, what the log has instead. */
    String text() {
        return target == null || place.hasUpdate() ? text : "no such update before this line";
    }

    /** How many updates, of any profile, come before the place. */
    long updatesBefore() {
        return updates;
    }

    /** The profile before the update. */
    String before() {
        return shown(before);
    }

    /** The profile after the update, if there is one. */
    String after() {
        return shown(after);
    }

    private String shown(@Nullable Profile profile) {
        if (!known) {
            return unknown;
        }
        return profile == null ? "no profile" : CanonicalRecord.of(profile);
    }
}
