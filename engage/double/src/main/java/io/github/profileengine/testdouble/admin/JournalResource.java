package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.journal.JournalEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code /journal}: the latest requests page by page, and each request in full. */
final class JournalResource {
    private static final long DEFAULT_LIMIT = 100;
    private static final long MOST = 1_000;
    private static final List<String> PARAMETERS =
            List.of("token", "verdict", "sdk", "rule", "text", "order", "after", "offset", "limit");

    private final Journal journal;

    JournalResource(Journal journal) {
        this.journal = journal;
    }

    void addTo(AdminRoutes routes) {
        routes.add("GET", "/journal", PARAMETERS, this::page);
        routes.add("GET", "/journal/{number}", List.of("bytes", "offset", "limit"), this::entry);
    }

    private WireAnswer page(AdminRequest request) {
        JournalFilter filter = JournalFilter.of(request);
        boolean newestFirst = request.choice("order", "oldest", "newest").equals("newest");
        long after = request.number("after", 0, Long.MAX_VALUE - 1).orElse(newestFirst ? Long.MAX_VALUE : 0L);
        long offset = request.number("offset", 0, Integer.MAX_VALUE).orElse(0L);
        long limit = request.number("limit", 1, MOST).orElse(DEFAULT_LIMIT);
        // Filters a copy, so that the journal is not locked meanwhile.
        List<JournalEntry> found = filter.among(beyond(after, newestFirst));
        int from = (int) Math.min(offset, found.size());
        int end = (int) Math.min(from + limit, found.size());
        List<JournalEntry> page = part(found, from, end, newestFirst);
        return new JsonObject()
                .putList("entries", page.stream().map(JournalText::summary))
                .put(
                        "next",
                        end < found.size() && !page.isEmpty()
                                ? page.get(page.size() - 1).number()
                                : null)
                .put("matching", found.size())
                .put("total", journal.total())
                .put("dropped", journal.dropped())
                .ok();
    }

    /** The entries that come after a number in the requested order. The result itself is oldest first. */
    private List<JournalEntry> beyond(long number, boolean newestFirst) {
        List<JournalEntry> kept = journal.entries();
        return newestFirst
                ? kept.subList(0, countBelow(kept, number))
                : kept.subList(countBelow(kept, number + 1), kept.size());
    }

    /** How many entries have a smaller number. A binary search, because numbers ascend and a journal may be long. */
    private static int countBelow(List<JournalEntry> entries, long number) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).number() < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static List<JournalEntry> part(List<JournalEntry> found, int from, int end, boolean newestFirst) {
        if (!newestFirst) {
            return found.subList(from, end);
        }
        List<JournalEntry> turned = new ArrayList<>(found.subList(found.size() - end, found.size() - from));
        Collections.reverse(turned);
        return turned;
    }

    private WireAnswer entry(AdminRequest request) {
        String number = request.argument("number");
        long most = request.number("bytes", 0, Integer.MAX_VALUE).orElse((long) Integer.MAX_VALUE);
        long offset = request.number("offset", 0, Integer.MAX_VALUE).orElse(0L);
        long limit = request.number("limit", 0, Integer.MAX_VALUE).orElse((long) Integer.MAX_VALUE);
        JournalEntry entry = journal.entry(parsed(number))
                .orElseThrow(() -> AdminRefusalException.missing(
                        "number, the journal has no request " + number + ": not received yet, or no longer kept"));
        return JournalText.whole(entry, (int) most, offset, limit).ok();
    }

    private static long parsed(String number) {
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException e) {
            throw AdminRefusalException.bad("number, not an integer: " + number);
        }
    }
}
