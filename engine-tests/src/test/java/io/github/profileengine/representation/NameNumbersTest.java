package io.github.profileengine.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NameNumbersTest {
    private static final int RACES = 2_000;

    // Returns a second instance: creates other names until one of them has replaced the first in the cache of names.
    private static Name madeAgain(Name name) {
        SplittableRandom random = new SplittableRandom(1);
        Name again = Name.of(name.text());
        while (again == name) {
            Name.of("pushes out " + random.nextLong());
            again = Name.of(name.text());
        }
        return again;
    }

    @Test
    void numberOf_equalNames_isOneNumber_andLeadsBackToOneOfThem() {
        Name before = Name.of("numbered");
        int number = before.number();
        Name again = madeAgain(before);
        assertThat(again).isEqualTo(before);
        assertThat(again.number()).isEqualTo(number).isPositive();
        assertThat(Name.ofNumber(number)).isSameAs(before);
    }

    @Test
    void numberOf_moreNamesThanNumbers_keepsTheFirst() {
        NameNumbers numbers = new NameNumbers(3);
        List<Name> names =
                IntStream.range(0, 5).mapToObj(at -> Name.of("name " + at)).toList();
        for (int round = 0; round < 2; round++) {
            assertThat(names.stream().map(numbers::numberOf))
                    .containsExactly(1, 2, 3, NameNumbers.NONE, NameNumbers.NONE);
        }
        assertThat(IntStream.rangeClosed(1, 3).mapToObj(numbers::nameOf)).isEqualTo(names.subList(0, 3));
    }

    /** The keys of objects are more likely to be without bounds than the names of properties. */
    @Test
    void numberInObject_moreNamesThanHalf_leavesTheOthersToProperties() {
        NameNumbers numbers = new NameNumbers(4);
        List<Name> names =
                IntStream.range(0, 5).mapToObj(at -> Name.of("key " + at)).toList();
        for (int round = 0; round < 2; round++) {
            assertThat(names.subList(0, 3).stream().map(numbers::numberInObject))
                    .containsExactly(1, 2, NameNumbers.NONE);
        }
        assertThat(names.stream().map(numbers::numberOf)).containsExactly(1, 2, 3, 4, NameNumbers.NONE);
        assertThat(names.stream().map(numbers::numberInObject)).containsExactly(1, 2, 3, 4, NameNumbers.NONE);
    }

    @Test
    void numberOf_longName_isNone_andTakesNoNumber() {
        NameNumbers numbers = new NameNumbers(2);
        assertThat(numbers.numberOf(Name.of("x".repeat(256)))).isEqualTo(NameNumbers.NONE);
        assertThat(numbers.numberOf(Name.of("x".repeat(255)))).isEqualTo(1);
        assertThat(Name.of("x".repeat(256)).number()).isNegative();
    }

    @Test
    void numberOf_byTwoThreadsAtOnce_isOneNumber_ofThatName() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Name> names =
                IntStream.range(0, 50).mapToObj(at -> Name.of("raced " + at)).toList();
        try {
            for (int race = 0; race < RACES; race++) {
                NameNumbers numbers = new NameNumbers(names.size());
                AtomicInteger missing = new AtomicInteger(2);
                Callable<List<Integer>> task = () -> {
                    missing.decrementAndGet();
                    // A thread that slept until the other one comes would be far behind it.
                    while (missing.get() > 0) {
                        Thread.onSpinWait();
                    }
                    return names.stream().map(numbers::numberOf).toList();
                };
                Future<List<Integer>> other = threads.submit(task);
                List<Integer> given = threads.submit(task).get();
                assertThat(other.get()).isEqualTo(given);
                assertThat(given).doesNotHaveDuplicates().doesNotContain(NameNumbers.NONE);
                assertThat(given.stream().map(numbers::nameOf)).isEqualTo(names);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
