package io.github.profileengine.wire;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.location.Location;
import io.github.profileengine.log.LogEntry;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.ResolvedLocation;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.StateHash;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Logs for tests, and their conversion to bytes and back. */
final class Logs {

    static final ProfileId ADA = ProfileId.user("t", "ada");
    static final Instant NOON = Instant.parse("2026-01-31T12:00:00.000000001Z");
    static final StateHash EMPTY = new StateHash.Sum().hash();

    private static final ResolvedLocation BERLIN =
            new ResolvedLocation(new Location("Berlin", null, "DE", "Europe/Berlin"), true);

    private Logs() {}

    /** Every kind of entry, and updates with everything that an update may hold. */
    static List<LogEntry> small() {
        Update full = Update.of(ADA)
                .set("a", 1)
                .append("l", List.of())
                .unset("x", "y")
                .ignoreTime()
                .ignoreAlias()
                .ip("10.0.0.1")
                .coordinates(52.5, 13.4)
                .build()
                .accepted(ADA, NOON, BERLIN);
        ProfileId group = ProfileId.group("t", "k", "g");
        Update bare = Update.of(group).delete().build().accepted(group, Instant.EPOCH, null);
        return List.of(
                new LogEntry.Slice(0, 3, 1, List.of(full, set(1))),
                new LogEntry.Slice(0, 0, 1, List.of(bare)),
                new LogEntry.Aliased(0, new Alias("t", "anon", "ada")),
                new LogEntry.Slice(1, 3, 2, List.of(set(2))),
                new LogEntry.Cleared(1, "t"),
                new LogEntry.Restored(2, States.small()));
    }

    static Update set(int value) {
        return Update.of(ADA).set("a", value).build().accepted(ADA, NOON, null);
    }

    static byte[] written(List<LogEntry> entries) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (LogWriter writer = new LogWriter(out, ReducerOptions.defaults(), EMPTY)) {
            for (LogEntry entry : entries) {
                writer.write(entry);
            }
            writer.end(EMPTY);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static List<LogEntry> read(byte[] file) throws IOException {
        try (LogReader reader = LogReader.of(new ByteArrayInputStream(file), ReaderOptions.fileDefaults())) {
            return rest(reader);
        }
    }

    static List<LogEntry> rest(LogReader reader) throws IOException {
        List<LogEntry> entries = new ArrayList<>();
        for (LogEntry entry = reader.read(); entry != null; entry = reader.read()) {
            entries.add(entry);
        }
        return entries;
    }
}
