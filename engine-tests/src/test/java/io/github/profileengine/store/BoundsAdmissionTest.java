package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.MostGrowth;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BoundsAdmissionTest {
    private static Profile profile(String token, String id) {
        return Profile.empty(ProfileId.user(token, id));
    }

    private static boolean enters(BoundsAdmission boundsAdmission, Profile fresh) {
        if (boundsAdmission.admit(fresh.id()) != null) {
            return false;
        }
        boundsAdmission.count(fresh.id(), fresh.estimatedBytes(), false);
        return true;
    }

    /** A token may contain anything, also line feeds and quotes. */
    @Test
    void refusal_ofAProjectWithAnOddToken_isOneLine() {
        BoundsAdmission boundsAdmission = new BoundsAdmission(EngineBounds.OFF.withMaxProjectProfiles(1));
        assertThat(enters(boundsAdmission, profile("a\n\"b", "a"))).isTrue();
        assertThat(boundsAdmission.admit(profile("a\n\"b", "b").id()).message())
                .isEqualTo("profiles, no room for a new one: project \"a\\n\\\"b\" may hold 1");
    }

    @Test
    void refusal_ofAProject_givesTheEnginesPlaceBack() {
        BoundsAdmission boundsAdmission =
                new BoundsAdmission(EngineBounds.OFF.withMaxProfiles(3).withMaxProjectProfiles(1));
        assertThat(enters(boundsAdmission, profile("p", "a"))).isTrue();
        for (int i = 0; i < 10; i++) {
            Rejection refusal = boundsAdmission.admit(profile("p", "b").id());
            assertThat(refusal.rule()).isEqualTo(Rule.RECORD_BOUND_PROFILES);
            assertThat(refusal.message()).contains("project \"p\"");
        }
        assertThat(enters(boundsAdmission, profile("q", "a"))).isTrue();
        assertThat(enters(boundsAdmission, profile("r", "a"))).isTrue();
        assertThat(boundsAdmission.admit(profile("s", "a").id()).message()).contains("the engine");
    }

    /** Tokens come from outside, so the memory kept for them must not grow without end. */
    @Test
    void projects_thatCameAndWent_areForgotten() {
        BoundsAdmission boundsAdmission = new BoundsAdmission(EngineBounds.OFF.withMaxProfiles(3));
        for (int i = 0; i < 1_000; i++) {
            Profile fresh = profile("p" + i, "u");
            assertThat(enters(boundsAdmission, fresh)).isTrue();
            assertThat(boundsAdmission.projects()).isEqualTo(1);
            boundsAdmission.count(fresh.id(), -fresh.estimatedBytes(), true);
        }
        assertThat(boundsAdmission.projects()).isZero();
        for (int i = 0; i < 3; i++) {
            assertThat(enters(boundsAdmission, profile("p", "u" + i))).isTrue();
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(enters(boundsAdmission, profile("refused " + i, "u"))).isFalse();
        }
        assertThat(boundsAdmission.projects()).isEqualTo(1);
    }

    private static Update[] updates(int count) {
        Update[] updates = new Update[count];
        Arrays.setAll(
                updates,
                number ->
                        Update.of(ProfileId.user("p", "u" + number)).set("k", 1).build());
        return updates;
    }

    @Test
    void mayRefuse_enoughRoomForAll_isFalse() {
        BoundsAdmission boundsAdmission = new BoundsAdmission(EngineBounds.OFF.withMaxProfiles(10));
        assertThat(boundsAdmission.mayRefuse(updates(10))).isFalse();
        assertThat(boundsAdmission.mayRefuse(updates(11))).isTrue();
        enters(boundsAdmission, profile("p", "a"));
        assertThat(boundsAdmission.mayRefuse(updates(10))).isTrue();
        assertThat(new BoundsAdmission(EngineBounds.OFF.withMaxProjectProfiles(10)).mayRefuse(updates(11)))
                .isTrue();
    }

    /** Everything that a batch can add counts, together with what is there. */
    @Test
    void mayRefuse_batchCouldReachABoundOfBytes_isTrue() {
        Update[] updates = updates(3);
        updates[1] = null;
        Profile there = profile("p", "a");
        long added = 2 * (MostGrowth.of(updates[0]) + EngineBounds.PROJECT_BYTES);
        long all = added + there.estimatedBytes() + EngineBounds.PROJECT_BYTES;
        for (long bytes : List.of(added, added + 1, all, all + 1)) {
            for (EngineBounds bounds :
                    List.of(EngineBounds.OFF.withMaxBytes(bytes), EngineBounds.OFF.withMaxProjectBytes(bytes))) {
                BoundsAdmission boundsAdmission = new BoundsAdmission(bounds);
                assertThat(boundsAdmission.mayRefuse(updates)).isEqualTo(bytes <= added);
                enters(boundsAdmission, there);
                assertThat(boundsAdmission.mayRefuse(updates)).isEqualTo(bytes <= all);
            }
        }
    }

    /** Of two threads that race for the last place, exactly one gets it. */
    @Test
    void refusal_raceForTheLastPlace_oneGetsIt() throws Exception {
        BoundsAdmission boundsAdmission = new BoundsAdmission(EngineBounds.OFF.withMaxProfiles(1));
        int rounds = 2_000;
        CyclicBarrier round = new CyclicBarrier(2);
        AtomicInteger winners = new AtomicInteger();
        Callable<Void> racer = () -> {
            Profile fresh = profile("p", Thread.currentThread().getName());
            for (int i = 0; i < rounds; i++) {
                round.await();
                boolean wins = enters(boundsAdmission, fresh);
                round.await();
                if (wins) {
                    winners.incrementAndGet();
                    boundsAdmission.count(fresh.id(), -fresh.estimatedBytes(), true);
                }
            }
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<Void> done : threads.invokeAll(List.of(racer, racer))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(winners.get()).isEqualTo(rounds);
    }

    /** Never more profiles than the bound, and not fewer once all have asked. */
    @Test
    void refusal_manyThreads_placesAreGivenOnce() throws Exception {
        int most = 500;
        BoundsAdmission boundsAdmission = new BoundsAdmission(EngineBounds.OFF.withMaxProfiles(most));
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger mostInside = new AtomicInteger();
        CyclicBarrier begin = new CyclicBarrier(4);
        List<Thread> threads = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            String name = "u" + number + "-";
            threads.add(new Thread(() -> {
                try {
                    begin.await();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                for (int i = 0; i < 5_000; i++) {
                    Profile fresh = profile("p" + i % 3, name + i);
                    if (enters(boundsAdmission, fresh)) {
                        mostInside.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        if (i % 2 == 0) {
                            inside.decrementAndGet();
                            boundsAdmission.count(fresh.id(), -fresh.estimatedBytes(), true);
                        }
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(mostInside.get()).isLessThanOrEqualTo(most);
        assertThat(inside.get()).isGreaterThan(0);
        int more = 0;
        while (enters(boundsAdmission, profile("p", "more " + more))) {
            more++;
        }
        assertThat(inside.get() + more).isEqualTo(most);
    }

    /** Restored profiles may not have been counted, if there was no memory for it. */
    @Test
    void count_projectThatNobodyCounted_goesOn() {
        BoundsAdmission boundsAdmission = new BoundsAdmission(EngineBounds.OFF.withMaxProjectBytes(1_000));
        boundsAdmission.count(ProfileId.user("p", "a"), 2_000, false);
        assertThat(boundsAdmission.projects()).isEqualTo(1);
        assertThat(boundsAdmission.admit(ProfileId.user("p", "b"))).isNotNull();
    }
}
