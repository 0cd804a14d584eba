package io.github.profileengine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every order in which a writer, an executor and a subscriber can take their steps. */
class ChangeFeedProperties {

    @Property
    void subscriber_isNeverCalledUnasked(
            @ForAll @IntRange(min = 1, max = 4) int capacity, @ForAll FeedOverflow overflow, @ForAll long seed) {
        FeedScript script = played(capacity, overflow, seed);

        assertThat(script.subscriber.unwanted).isZero();
    }

    @Property
    void failSubscriber_deliversABeginningAndNamesWhatFollows(
            @ForAll @IntRange(min = 1, max = 4) int capacity, @ForAll long seed) {
        FeedScript script = played(capacity, FeedOverflow.FAIL_SUBSCRIBER, seed);

        List<Long> received = script.subscriber.sequences;
        assertThat(received).isEqualTo(numbersTo(received.size()));
        if (script.subscriber.errors.isEmpty()) {
            assertThat(received).hasSize((int) script.published);
            assertThat(script.subscriber.ends).isEqualTo(script.isClosed() ? List.of("complete") : List.of());
        } else {
            FeedOverflowException overflow = (FeedOverflowException) script.subscriber.errors.get(0);
            assertThat(overflow.sequence()).isEqualTo(received.size() + 1);
        }
        assertThat(script.view.dropped()).isZero();
    }

    @Property
    void dropNewest_deliversInOrderAndCountsTheRest(
            @ForAll @IntRange(min = 1, max = 4) int capacity, @ForAll long seed) {
        FeedScript script = played(capacity, FeedOverflow.DROP_NEWEST, seed);

        List<Long> received = script.subscriber.sequences;
        assertThat(received).isSorted().doesNotHaveDuplicates();
        assertThat(received.size() + script.view.dropped()).isEqualTo(script.published);
        assertThat(script.subscriber.ends).isEqualTo(script.isClosed() ? List.of("complete") : List.of());
    }

    private static FeedScript played(int capacity, FeedOverflow overflow, long seed) {
        FeedScript script = new FeedScript(capacity, overflow, seed);
        script.play();
        return script;
    }

    private static List<Long> numbersTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }
}
