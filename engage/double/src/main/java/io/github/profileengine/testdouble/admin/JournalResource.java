package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.journal.JournalEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code /journal}: the latest requests, page by page, and each one whole. */
final class JournalResource {
    private static final long DEFAULT_LIMIT = 100;
    private static final long MOST = 1_000;
    private static final List<String> PARAMETERS =
            List.of("token", "verdict", "sdk", "text", "order", "after", "offset", "limit");

    private final Journal journal;

    JournalResource(Journal journal) {
        this.journal = journal;
    }

    void addTo(AdminRoutes routes) {
        routes.add("GET", "/journal", PARAMETERS, this::page);
        routes.add("GET", "/journal/{number}", List.of(), this::entry);
    }

    private WireAnswer page(AdminRequest request) {
        JournalFilter filter = JournalFilter.of(request);
        boolean newestFirst = request.choice("order", "oldest", "newest").equals("newest");
        long after = request.number("after", 0, Long.MAX_VALUE).orElse(newestFirst ? Long.MAX_VALUE : 0L);
        long offset = request.number("offset", 0, Integer.MAX_VALUE).orElse(0L);
        long limit = request.number("limit", 1, MOST).orElse(DEFAULT_LIMIT);
        // Filtered outside of the journal, which waits for nobody then.
        List<JournalEntry> found = new ArrayList<>(journal.entries());
        found.removeIf(entry -> !isAfter(entry.number(), after, newestFirst) || !filter.test(entry));
        if (newestFirst) {
            Collections.reverse(found);
        }
        int from = (int) Math.min(offset, found.size());
        List<JournalEntry> page = found.subList(from, (int) Math.min(from + limit, found.size()));
        boolean more = from + page.size() < found.size();
        return new JsonObject()
                .putList("entries", page.stream().map(JournalText::summary))
                .put("next", more && !page.isEmpty() ? page.get(page.size() - 1).number() : null)
                .put("matching", found.size())
                .put("total", journal.total())
                .put("dropped", journal.dropped())
                .ok();
    }

    private static boolean isAfter(long number, long other, boolean newestFirst) {
        return newestFirst ? number < other : number > other;
    }

    private WireAnswer entry(AdminRequest request) {
        String number = request.argument("number");
        return JournalText.whole(journal.entry(parsed(number))
                        .orElseThrow(() -> AdminRefusalException.missing(
                                "number, the journal has no request " + number + ", or no longer")))
                .ok();
    }

    private static long parsed(String number) {
        try {
            return Long.parseLong(number);
        } catch (NumberFormatException e) {
            throw AdminRefusalException.bad("number, not an integer: " + number);
        }
    }
}
