package io.github.profileengine.junit;

import io.github.profileengine.testdouble.journal.JournalEntry;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;

/** Assertions on requests. A failure message lists them, with each record, field and reason of the rejected ones. */
public final class RequestsAssert extends AbstractAssert<RequestsAssert, List<JournalEntry>> {
    private final long lostThrough;

    RequestsAssert(List<JournalEntry> actual, long lostThrough) {
        super(actual, RequestsAssert.class);
        this.lostThrough = lostThrough;
    }

    /** There is at least one request, and nothing in any request was rejected. */
    public RequestsAssert allAccepted() {
        isNotNull();
        if (actual.isEmpty()) {
            fail("at least one request, all accepted");
        }
        return noneRejected();
    }

    /** Nothing was rejected, whether there are requests or not. */
    public RequestsAssert noneRejected() {
        isNotNull();
        List<JournalEntry> rejected =
                actual.stream().filter(entry -> !entry.isAccepted()).toList();
        if (!rejected.isEmpty()) {
            failWithMessage(
                    "%s", "expected no rejected record" + ReportText.section("but:", RequestReport.lines(rejected)));
        }
        return this;
    }

    /** There are exactly {@code count} requests. */
    public RequestsAssert hasCount(int count) {
        isNotNull();
        if (actual.size() != count) {
            fail("requests: " + count);
        }
        return this;
    }

    /** At least one request has this method and this path. The path has no query; a slash at its end does not count. */
    public RequestsAssert contain(String method, String path) {
        Predicate<JournalEntry> wanted = entry -> entry.request().method().equals(method.toUpperCase(Locale.ROOT))
                && withoutSlash(entry.request().path()).equals(withoutSlash(path));
        return containAny(method + " " + path, wanted);
    }

    /** At least one request meets a condition, which {@code description} puts into words. */
    public RequestsAssert containAny(String description, Predicate<? super JournalEntry> condition) {
        isNotNull();
        if (actual.stream().noneMatch(condition)) {
            fail("a request: " + description);
        }
        return this;
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private void fail(String expected) {
        failWithMessage("%s", message(expected, actual, lostThrough));
    }

    /**
     * The message about requests that are not as expected.
     *
     * @param lostThrough the number of the latest request that the journal has dropped; 0 if none
     */
    static String message(String expected, List<JournalEntry> actual, long lostThrough) {
        String found = actual.size() == 1 ? "there was 1 request" : "there were " + actual.size() + " requests";
        return "expected " + expected + "\nbut " + found
                + (lostThrough == 0 ? "" : " among those that the journal still holds")
                + ReportText.section("they are:", RequestReport.lines(actual))
                + ReportText.lost(lostThrough);
    }
}
