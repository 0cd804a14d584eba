package io.github.profileengine.representation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Limits;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerOptions;
import io.github.profileengine.reducer.Reduction;
import io.github.profileengine.reducer.Update;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** An update whose lists are not stored must leave nothing in the array that all versions of a list share. */
class ListTailTest {
    private static final ProfileId ADA = ProfileId.user("p", "ada");
    private static final int SIZE = 100_000;
    private static final int MANY = Integer.MAX_VALUE;
    private static final Reducer LIMITED =
            new Reducer(ReducerOptions.defaults().withLimits(new Limits(MANY, MANY, 2_000_000, MANY, MANY, MANY)));

    // Its array has room for more.
    private static Profile longList() {
        List<Long> numbers = LongStream.range(0, SIZE).boxed().toList();
        return after(
                Profile.of(ADA, Map.of("l", numbers)),
                Update.of(ADA).append("l", "first").build());
    }

    private static Profile after(Profile before, Update update) {
        Profile after = LIMITED.reduce(before, update).after();
        assertThat(after).isNotNull();
        return after;
    }

    private static Update tooMuch() {
        return Update.of(ADA)
                .union("l", List.of("ghost"))
                .append("l", "x".repeat(3_000_000))
                .build();
    }

    /**
     * Bytes that appending to a list allocates: few if its array has room, several for each reference if it is copied.
     */
    private static long allocatedByAppending(Profile before) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Update update = Update.of(ADA).append("l", 1).build();
        long start = threads.getCurrentThreadAllocatedBytes();
        Reduction appended = LIMITED.reduce(before, update);
        long end = threads.getCurrentThreadAllocatedBytes();
        assertThat(appended.isRejected()).isFalse();
        return end - start;
    }

    @Test
    void reduce_afterRejectedListOperators_appendsInPlace() {
        Profile before = longList();
        after(before, Update.of(ADA).set("warm", 1).build());
        assertThat(LIMITED.reduce(before, tooMuch()).isRejected()).isTrue();
        assertThat(allocatedByAppending(before)).isLessThan(SIZE);
    }

    /** To report the outcomes, the update is staged once more. */
    @Test
    void reduce_afterOutcomesOfRejectedListOperators_appendsInPlace() {
        Profile before = longList();
        assertThat(LIMITED.reduce(before, tooMuch()).outcomes()).hasSize(1);
        assertThat(allocatedByAppending(before)).isLessThan(SIZE);
    }

    @Test
    void reduce_afterOutcomesOfADeletedList_appendsInPlace() {
        Profile before = longList();
        Update update = Update.of(ADA)
                .union("l", List.of("ghost"))
                .append("l", "spirit")
                .remove("l", "neither")
                .delete()
                .build();
        Reduction deleted = LIMITED.reduce(before, update);
        assertThat(deleted.after()).isNull();
        assertThat(deleted.outcomes()).hasSize(4);
        assertThat(allocatedByAppending(before)).isLessThan(SIZE);
    }

    /** The rejected update had added it to the index. */
    @Test
    void reduce_unionOfWhatARejectedUpdateBrought_addsIt() {
        Profile before = longList();
        Profile indexed =
                after(before, Update.of(ADA).union("l", List.of("known")).build());
        Update rejected = Update.of(ADA)
                .union("l", List.of("ghost"))
                .remove("l", "neither")
                .set("large", "x".repeat(3_000_000))
                .build();
        assertThat(LIMITED.reduce(indexed, rejected).isRejected()).isTrue();

        Profile other = after(
                indexed, Update.of(ADA).union("l", List.of("other", "ghost")).build());
        assertThat(after(
                                other,
                                Update.of(ADA)
                                        .union("l", List.of("ghost", "other", "spirit"))
                                        .build())
                        .list("l")
                        .subList(SIZE, SIZE + 5))
                .containsExactly("first", "known", "other", "ghost", "spirit");
    }

    @Test
    void release_lastClaim_letsGoOfItsElementsAndSlots() {
        Object[] elements = new Object[8];
        ListTail tail = new ListTail(elements, 3);
        assertThat(tail.claim(3, 2)).isTrue();
        elements[3] = "d";
        elements[4] = "e";
        tail.release(3, 5);
        assertThat(elements).containsOnlyNulls();
        assertThat(tail.claim(3, 1)).isTrue();
    }
}
