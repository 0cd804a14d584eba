package io.github.profileengine.testdouble.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.operation.Outcome;
import io.github.profileengine.operation.Rule;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final AtomicInteger changes = new AtomicInteger();

    private static JournalEntry entry(long number, int bodyBytes) {
        Bytes body = Bytes.of(new byte[bodyBytes]);
        return new JournalEntry(
                number,
                new JournaledRequest(Instant.EPOCH, "POST", "/engage", Map.of(), "127.0.0.1", body),
                body,
                Bytes.NONE,
                null,
                List.of(),
                List.of(),
                new JournaledAnswer(200, Bytes.NONE));
    }

    private static List<Long> numbers(Journal journal) {
        return journal.entries().stream().map(JournalEntry::number).toList();
    }

    @Test
    void add_pastMostEntries_dropsOldestAndCounts() {
        Journal journal = new Journal(2, 1 << 20, changes::incrementAndGet);
        for (int request = 0; request < 5; request++) {
            journal.add(number -> entry(number, 1));
        }

        assertThat(numbers(journal)).containsExactly(4L, 5L);
        assertThat(journal.dropped()).isEqualTo(3);
        assertThat(journal.total()).isEqualTo(5);
        assertThat(journal.entry(3)).isEmpty();
        assertThat(journal.entry(5)).isPresent();
        assertThat(changes).hasValue(5);
    }

    /** An action between two requests sees everything of those before, and nothing of those after. */
    @Test
    void atRest_besideRequests_waitsForThemAndKeepsOthersFromBeginning() throws Exception {
        Journal journal = new Journal(9, 1 << 20, changes::incrementAndGet);
        Journal.Work first = journal.begin();
        CompletableFuture<Journal.Work> second = new CompletableFuture<>();
        CompletableFuture<Long> seen = new CompletableFuture<>();
        Thread beginning = new Thread(() -> second.complete(journal.begin()));
        Thread looking = new Thread(() -> seen.complete(journal.atRest(number -> {
            beginning.start();
            awaitWaiting(beginning);
            assertThat(second).isNotDone();
            return number;
        })));
        looking.start();
        awaitWaiting(looking);
        journal.add(number -> entry(number, 1));
        first.end();

        assertThat(seen.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        second.get(30, TimeUnit.SECONDS).end();
    }

    private static void awaitWaiting(Thread thread) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (thread.getState() != Thread.State.WAITING && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(thread.getState()).isEqualTo(Thread.State.WAITING);
    }

    /** For example a reset beside a restore: half of each would be a state that neither of them leads to. */
    @Test
    void atRest_besideAnother_waitsForItButNotForItself() throws Exception {
        Journal journal = new Journal(9, 1 << 20, changes::incrementAndGet);
        CompletableFuture<Long> second = new CompletableFuture<>();
        Thread other = new Thread(() -> second.complete(journal.atRest(number -> number)));
        journal.atRest(number -> journal.<Long>atRest(within -> {
            other.start();
            awaitWaiting(other);
            assertThat(second).isNotDone();
            return within;
        }));
        assertThat(second.get(30, TimeUnit.SECONDS)).isZero();
    }

    @Test
    void atRest_onAThreadAtWork_waitsForNobody() {
        Journal journal = new Journal(9, 1 << 20, changes::incrementAndGet);
        Journal.Work work = journal.begin();
        assertThat(journal.<Long>atRest(number -> number)).isZero();
        work.end();
    }

    /** For example a subscriber that has held-back updates applied, on the thread of the request that it hears of. */
    @Test
    void atRest_aNestedRequestHasEnded_waitsForTheOuterOne() throws Exception {
        Journal journal = new Journal(9, 1 << 20, changes::incrementAndGet);
        Journal.Work outer = journal.begin();
        journal.begin().end();
        CompletableFuture<Long> seen = new CompletableFuture<>();
        Thread looking = new Thread(() -> seen.complete(journal.atRest(number -> number)));
        looking.start();
        awaitWaiting(looking);
        journal.add(number -> entry(number, 1));

        assertThat(seen.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        outer.end();
    }

    @Test
    void since_aNumber_holdsWhatCameAfterInOrder() {
        Journal journal = new Journal(3, 1 << 20, changes::incrementAndGet);
        for (int request = 0; request < 5; request++) {
            journal.add(number -> entry(number, 1));
        }

        assertThat(journal.since(3)).extracting(JournalEntry::number).containsExactly(4L, 5L);
        assertThat(journal.since(0)).extracting(JournalEntry::number).containsExactly(3L, 4L, 5L);
        assertThat(journal.since(5)).isEmpty();
    }

    @Test
    void add_pastMostBytes_dropsOldestButNeverTheNewest() {
        Journal journal = new Journal(100, 10_000, changes::incrementAndGet);
        journal.add(number -> entry(number, 3_000));
        journal.add(number -> entry(number, 3_000));
        assertThat(numbers(journal)).containsExactly(1L, 2L);
        journal.add(number -> entry(number, 6_000));
        assertThat(numbers(journal)).containsExactly(3L);
        journal.add(number -> entry(number, 50_000));

        assertThat(numbers(journal)).containsExactly(4L);
    }

    @Test
    void removeIf_makesRoomAgain() {
        Journal journal = new Journal(100, 10_000, changes::incrementAndGet);
        journal.add(number -> entry(number, 6_000));
        journal.removeIf(entry -> entry.number() == 1);
        journal.add(number -> entry(number, 6_000));

        assertThat(numbers(journal)).containsExactly(2L);
        assertThat(journal.dropped()).isZero();
    }

    @Test
    void journal_withoutRoom_isRefused() {
        assertThatThrownBy(() -> new Journal(0, 1, changes::incrementAndGet))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 entries");
    }

    @Test
    void add_largeHeadersAndManySmallRecords_countAsWhatTheyTake() {
        Journal journal = new Journal(100, 100_000, changes::incrementAndGet);
        journal.add(number -> with(number, Map.of("X-A", List.of("x".repeat(40_000))), List.of()));
        journal.add(number -> with(number, Map.of("X-A", List.of("x".repeat(40_000))), List.of()));
        assertThat(numbers(journal)).containsExactly(2L);

        Outcome rejected = new Outcome(null, null, Outcome.Kind.REJECTED, Rule.RECORD_JSON_NOT_OBJECT, "no object");
        JournaledUpdate record = new JournaledUpdate(0, null, null, null, null, List.of(rejected), "json");
        journal.add(number -> with(number, Map.of(), Collections.nCopies(200, record)));
        assertThat(numbers(journal)).containsExactly(3L);
        assertThat(journal.rejected()).isEqualTo(200);
    }

    private static JournalEntry with(long number, Map<String, List<String>> headers, List<JournaledUpdate> updates) {
        return new JournalEntry(
                number,
                new JournaledRequest(Instant.EPOCH, "POST", "/engage", headers, "127.0.0.1", Bytes.NONE),
                Bytes.NONE,
                Bytes.NONE,
                null,
                updates,
                List.of(),
                new JournaledAnswer(200, Bytes.NONE));
    }

    private static CompletableFuture<List<Long>> reading(Journal journal) {
        CompletableFuture<List<Long>> read = new CompletableFuture<>();
        Thread reader = new Thread(() -> read.complete(numbers(journal)), "reader");
        reader.start();
        while (reader.getState() != Thread.State.WAITING && reader.getState() != Thread.State.TERMINATED) {
            Thread.onSpinWait();
        }
        return read;
    }

    /** Others may already have seen what the request has changed. */
    @Test
    void entries_requestAtWork_waitForItsEntry() throws Exception {
        Journal journal = new Journal(100, 10_000, changes::incrementAndGet);
        Journal.Work work = journal.begin();
        CompletableFuture<List<Long>> read = reading(journal);
        journal.add(number -> entry(number, 1));
        work.end();

        assertThat(read.get(60, TimeUnit.SECONDS)).containsExactly(1L);
    }

    @Test
    void entries_requestThatFails_waitUntilItsEnd() throws Exception {
        Journal journal = new Journal(100, 10_000, changes::incrementAndGet);
        Journal.Work work = journal.begin();
        CompletableFuture<List<Long>> read = reading(journal);
        work.end();

        assertThat(read.get(60, TimeUnit.SECONDS)).isEmpty();
        assertThat(numbers(journal)).isEmpty();
    }

    /** A subscriber of the engine is called on that thread, and would wait for itself. */
    @Test
    void entries_onTheThreadAtWork_doNotWait() {
        Journal journal = new Journal(100, 10_000, changes::incrementAndGet);
        Journal.Work work = journal.begin();
        assertThat(numbers(journal)).isEmpty();
        work.end();
    }

    /** Otherwise a stream of requests could keep a reader waiting for ever. */
    @Test
    void entries_requestBegunLater_isNotWaitedFor() throws Exception {
        Journal journal = new Journal(100, 10_000, changes::incrementAndGet);
        Journal.Work work = journal.begin();
        CompletableFuture<List<Long>> read = reading(journal);
        CompletableFuture<Journal.Work> later = new CompletableFuture<>();
        new Thread(() -> later.complete(journal.begin()), "later").start();
        Journal.Work stillAtWork = later.get(60, TimeUnit.SECONDS);
        work.end();

        assertThat(read.get(60, TimeUnit.SECONDS)).isEmpty();
        stillAtWork.end();
    }
}
