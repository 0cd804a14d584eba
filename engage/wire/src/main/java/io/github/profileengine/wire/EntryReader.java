package io.github.profileengine.wire;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.value.CanonicalText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a log, which are the lines between its first line and its end. Not thread-safe. */
final class EntryReader {

    private final FileLines lines;
    private @Nullable InvalidFileException cut;

    EntryReader(FileLines lines) {
        this.lines = lines;
    }

    /** Why {@link #read} returned only the first part of a slice last time; null if the entry is complete. */
    @Nullable
    InvalidFileException cut() {
        return cut;
    }

    /** Reads the entry that begins at the current line, with all of its lines. */
    LogEntry read(LineMembers first) throws IOException, LineFault {
        String kind = LogHead.kind(first);
        LineMembers head = first.object(kind);
        lines.requireText(CanonicalText.of(first.all()));
        return switch (kind) {
            case LogHead.SLICE -> slice(head);
            case LogHead.ALIAS -> LogHead.aliased(head);
            case LogHead.CLEAR -> LogHead.cleared(head);
            default -> restored(head);
        };
    }

    private LogEntry slice(LineMembers head) throws IOException, LineFault {
        head.requireOnly(LogHead.BARRIER, LogHead.SHARD, LogHead.SEQUENCE, LogHead.UPDATES);
        long barrier = head.count(LogHead.BARRIER);
        long shard = head.count(LogHead.SHARD);
        long sequence = head.count(LogHead.SEQUENCE);
        long count = head.count(LogHead.UPDATES);
        if (shard > Integer.MAX_VALUE || count == 0) {
            throw new LineFault(count == 0 ? "a slice without updates" : "shard, not a number of a shard");
        }
        return new LogEntry.Slice(barrier, (int) shard, sequence, updates(count));
    }

    private List<Update> updates(long count) throws IOException {
        List<Update> updates = new ArrayList<>();
        try {
            while (updates.size() < count) {
                updates.add(update(lines.readNext()));
            }
        } catch (InvalidFileException fault) {
            if (lines.isStrict() || updates.isEmpty()) {
                throw fault;
            }
            cut = fault;
        }
        return updates;
    }

    private Update update(LineMembers members) throws InvalidFileException {
        try {
            Update update = AcceptedUpdate.read(members);
            lines.requireText(AcceptedUpdate.line(update));
            return update;
        } catch (LineFault fault) {
            throw lines.invalid(fault);
        }
    }

    private LogEntry restored(LineMembers head) throws IOException, LineFault {
        head.requireOnly(LogHead.BARRIER, StateWriter.ALIASES, StateWriter.PROFILES);
        long barrier = head.count(LogHead.BARRIER);
        long aliases = head.count(StateWriter.ALIASES);
        long profiles = head.count(StateWriter.PROFILES);
        StateBody body = new StateBody(lines.isStrict(), true);
        while (body.aliases() < aliases || body.profiles() < profiles) {
            body.accept(lines.readNext(), lines);
            if (body.aliases() > aliases || body.profiles() > profiles) {
                throw new LineFault("the restored state has more aliases or profiles than its first line says");
            }
        }
        return new LogEntry.Restored(barrier, body.state());
    }
}
