package io.github.profileengine.junit;

import io.github.profileengine.testdouble.journal.Journal;
import io.github.profileengine.testdouble.journal.JournalEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** One test on a double, from its start to its end. Any thread may use it. */
final class TestRun implements AutoCloseable {
    private final TestServer server;
    private final EngageProject project;
    private final String name;
    private final boolean allowsRejections;
    private final long requestsBefore;
    private final Set<String> neighbours = new ConcurrentSkipListSet<>();
    private volatile boolean neighbourAllowsRejections;

    TestRun(TestServer server, EngageProject project, String name, boolean allowsRejections) {
        this.server = server;
        this.project = project;
        this.name = name;
        this.allowsRejections = allowsRejections;
        this.requestsBefore = project.requestsBefore();
    }

    EngageProject project() {
        return project;
    }

    /** Notes that another test runs on the same double at the same time. */
    void meet(TestRun other) {
        neighbours.add(other.name);
        neighbourAllowsRejections |= other.allowsRejections;
    }

    /**
     * A message about rejected requests, if the test did not allow rejections. Requests that an injected fault kept
     * from being applied do not count.
     *
     * @param failed whether the test has failed anyway; the rejections may then be the reason, and the message does not
     *     suggest to allow them
     */
    Optional<String> rejections(boolean failed) {
        if (allowsRejections) {
            return Optional.empty();
        }
        List<JournalEntry> own =
                project.rejectedRequests().stream().filter(this::counts).toList();
        List<JournalEntry> strays = neighbourAllowsRejections ? List.of() : strays();
        if (own.isEmpty() && strays.isEmpty()) {
            return forgotten(failed);
        }
        return Optional.of("requests of test " + name + " were rejected, in whole or in part, "
                + (failed
                        ? "which may be why it failed"
                        : "although it passed; if that is meant, annotate the test with @AllowRejections")
                + ReportText.section("in project " + project.token() + ":", RequestReport.lines(own))
                + ReportText.section(strayHeading(), RequestReport.lines(strays)));
    }

    // An entry that the journal has dropped may have been a rejected request of this test.
    private Optional<String> forgotten(boolean failed) {
        Map<String, Long> lost = new HashMap<>(journal().lostFailures());
        lost.values().removeIf(number -> number <= requestsBefore);
        boolean isOwn = lost.containsKey(project.token());
        server.issued().forEach(lost::remove);
        if (!isOwn && (neighbourAllowsRejections || lost.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of("while test " + name + " ran, a request was rejected, in whole or in part, and the journal"
                + " no longer holds it; "
                + (failed ? "" : "if that is meant, annotate the test with @AllowRejections, and ")
                + "to see which one it was, give the journal more room (EngageDoubleBuilder.journal)");
    }

    /**
     * A message about another possible reason of a failure: requests that referred to projects which no test was given.
     */
    Optional<String> strangers() {
        List<JournalEntry> entries = journal().entries(this::isDuring);
        Set<String> tokens = RequestOwner.others(entries, server.issued());
        return tokens.isEmpty()
                ? Optional.empty()
                : Optional.of("while test " + name + " ran, requests used tokens other than its own " + project.token()
                        + ": " + tokens + "; mistyped?");
    }

    /**
     * Rejected requests that name no project of any test. They belong to this test if it ran alone, else to any of the
     * tests that ran.
     */
    private List<JournalEntry> strays() {
        List<String> issued = server.issued();
        return journal()
                .entries(entry -> isDuring(entry)
                        && !entry.isAccepted()
                        && counts(entry)
                        && !RequestOwner.isNamedByAny(entry, issued));
    }

    // A fault that a test injects is not an error of the code under test.
    private boolean counts(JournalEntry entry) {
        return !entry.isPrevented();
    }

    private String strayHeading() {
        String heading = "rejected requests without the token of any test";
        return neighbours.isEmpty()
                ? heading + ":"
                : heading + ", so sent by this test or by one of " + neighbours + ":";
    }

    private boolean isDuring(JournalEntry entry) {
        return entry.number() > requestsBefore;
    }

    private Journal journal() {
        return project.engage().journal();
    }

    @Override
    public void close() {
        server.end(this);
    }

    @Override
    public String toString() {
        return name;
    }
}
