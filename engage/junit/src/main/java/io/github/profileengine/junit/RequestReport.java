package io.github.profileengine.junit;

import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.testdouble.journal.JournaledEvent;
import io.github.profileengine.testdouble.journal.JournaledUpdate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes requests in lines of a message. */
final class RequestReport {
    private static final int SHOWN_REQUESTS = 20;

    private RequestReport() {}

    /** Each request with its rejected parts. If there are many, only the latest ones. */
    static List<String> lines(List<JournalEntry> entries) {
        List<String> lines = new ArrayList<>();
        int hidden = Math.max(0, entries.size() - SHOWN_REQUESTS);
        if (hidden > 0) {
            lines.add("(" + hidden + " more before these)");
        }
        entries.subList(hidden, entries.size()).forEach(entry -> addTo(lines, entry));
        return lines;
    }

    private static void addTo(List<String> lines, JournalEntry entry) {
        lines.add(ReportText.bounded("request " + entry.number() + ": "
                + entry.request().method() + " " + entry.request().target() + ", answered "
                + entry.answer().status()));
        if (entry.fault() != null) {
            lines.add(ReportText.bounded("  rejected: " + entry.fault()));
        }
        for (JournaledUpdate update : entry.updates()) {
            if (update.isRejected()) {
                lines.add(rejected("record", update.index(), update.message()));
            }
        }
        for (JournaledEvent event : entry.events()) {
            if (event.isRejected()) {
                lines.add(rejected("event", event.index(), event.message()));
            }
        }
        if (!entry.isAccepted() && entry.payload().length() > 0) {
            lines.add(ReportText.bounded("  payload: " + entry.payload().text()));
        }
    }

    private static String rejected(String what, int index, @Nullable String message) {
        return ReportText.bounded("  " + what + " " + index + " rejected: " + message);
    }
}
