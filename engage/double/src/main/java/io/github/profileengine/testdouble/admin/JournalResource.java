package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.journal.JournalEntry;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code /journal}: the latest requests, page by page, and each one whole. */
final class JournalResource {
    private static final long DEFAULT_LIMIT = 100;
    private static final long MOST = 1_000;

    private final Journal journal;

    JournalResource(Journal journal) {
        this.journal = journal;
    }

    void addTo(AdminRoutes routes) {
        routes.add("GET", "/journal", List.of("token", "order", "after", "limit"), this::page);
        routes.add("GET", "/journal/{number}", List.of(), this::entry);
    }

    private WireAnswer page(AdminRequest request) {
        Optional<String> token = request.text("token");
        boolean newestFirst = request.choice("order", "oldest", "newest").equals("newest");
        Optional<Long> after = request.number("after", 0, Long.MAX_VALUE);
        long limit = request.number("limit", 1, MOST).orElse(DEFAULT_LIMIT);
        List<JournalEntry> found = journal.entries(entry ->
                token.filter(its -> !entry.concerns(its)).isEmpty()
                        && after.filter(number -> !isAfter(entry.number(), number, newestFirst))
                                .isEmpty());
        if (newestFirst) {
            Collections.reverse(found);
        }
        List<JournalEntry> page = found.subList(0, (int) Math.min(limit, found.size()));
        boolean more = page.size() < found.size();
        return new JsonObject()
                .putList("entries", page.stream().map(JournalText::summary))
                .put("next", more ? page.get(page.size() - 1).number() : null)
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
