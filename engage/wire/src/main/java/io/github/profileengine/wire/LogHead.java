package io.github.profileengine.wire;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.log.LogEntry;
import java.util.Map;

/**
 * The first line of an entry in a log. Its one member is named after the kind of the entry. The first line of a slice
 * or of a restored state declares how many lines follow.
 */
final class LogHead {

    static final String SLICE = "$slice";
    static final String ALIAS = "$alias";
    static final String CLEAR = "$clear";
    static final String RESTORE = "$restore";

    static final String BARRIER = "barrier";
    static final String SHARD = "shard";
    static final String SEQUENCE = "sequence";
    static final String UPDATES = "updates";
    static final String TOKEN = "token";
    static final String ALIAS_NAME = "alias";
    static final String DISTINCT_ID = "distinct_id";

    private LogHead() {}

    static Map<String, Object> of(LogEntry entry) {
        if (entry instanceof LogEntry.Slice slice) {
            return Map.of(
                    SLICE,
                    Map.of(
                            BARRIER, slice.barriersBefore(),
                            SHARD, slice.shard(),
                            SEQUENCE, slice.sequence(),
                            UPDATES, slice.updates().size()));
        } else if (entry instanceof LogEntry.Aliased aliased) {
            Alias alias = aliased.alias();
            return Map.of(
                    ALIAS,
                    Map.of(
                            BARRIER, aliased.barriersBefore(),
                            TOKEN, alias.token(),
                            ALIAS_NAME, alias.alias(),
                            DISTINCT_ID, alias.id()));
        } else if (entry instanceof LogEntry.Cleared cleared) {
            return Map.of(CLEAR, Map.of(BARRIER, cleared.barriersBefore(), TOKEN, cleared.token()));
        }
        LogEntry.Restored restored = (LogEntry.Restored) entry;
        return Map.of(
                RESTORE,
                Map.of(
                        BARRIER,
                        restored.barriersBefore(),
                        StateWriter.ALIASES,
                        restored.state().aliasCount(),
                        StateWriter.PROFILES,
                        restored.state().count()));
    }

    /** The kind of the entry that begins with this line. */
    static String kind(LineMembers line) throws LineFault {
        for (String kind : new String[] {SLICE, ALIAS, CLEAR, RESTORE}) {
            if (line.has(kind)) {
                line.requireOnly(kind);
                return kind;
            }
        }
        throw new LineFault("expected " + String.join(", ", SLICE, ALIAS, CLEAR, RESTORE) + " or " + FileFormat.END);
    }

    static LogEntry.Aliased aliased(LineMembers head) throws LineFault {
        head.requireOnly(BARRIER, TOKEN, ALIAS_NAME, DISTINCT_ID);
        Alias alias = new Alias(head.text(TOKEN), head.text(ALIAS_NAME), head.text(DISTINCT_ID));
        return new LogEntry.Aliased(head.count(BARRIER), alias);
    }

    static LogEntry.Cleared cleared(LineMembers head) throws LineFault {
        head.requireOnly(BARRIER, TOKEN);
        return new LogEntry.Cleared(head.count(BARRIER), head.anyText(TOKEN));
    }
}
