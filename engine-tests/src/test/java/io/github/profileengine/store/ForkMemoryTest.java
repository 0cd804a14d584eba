package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.feed.ProfileChange;
import io.github.profileengine.log.Recording;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What only a fork, a snapshot or an old state holds is released together with it, and not before. */
class ForkMemoryTest {
    private static final int ATTEMPTS = 100;
    private static final ProfileId ADA = ProfileId.user("p", "ada");

    private final ProfileEngine engine =
            ProfileEngine.builder().store(StoreKind.PLAIN).build();

    private static void set(ProfileEngine engine, Object value) {
        engine.apply(Batch.of(Update.of(ADA).set("k", value).build()));
    }

    private static WeakReference<Profile> present(ProfileEngine engine) {
        return new WeakReference<>(engine.profile(ADA).orElseThrow());
    }

    private static boolean isCollected(WeakReference<?> reference) {
        for (int attempt = 0; attempt < ATTEMPTS && reference.get() != null; attempt++) {
            System.gc();
            List<byte[]> pressure = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                pressure.add(new byte[1 << 16]);
            }
            Reference.reachabilityFence(pressure);
        }
        return reference.get() == null;
    }

    @Test
    void fork_dropped_isCollectedWithAllThatOnlyItHolds() {
        set(engine, 1);
        WeakReference<Profile> shared = present(engine);
        ProfileEngine fork = engine.fork();
        set(fork, 2);
        WeakReference<ProfileEngine> dropped = new WeakReference<>(fork);
        WeakReference<Profile> own = present(fork);
        Reference.reachabilityFence(fork);
        fork = null;
        assertThat(isCollected(dropped)).isTrue();
        assertThat(isCollected(own)).isTrue();
        assertThat(shared.get()).isSameAs(engine.profile(ADA).orElseThrow());
    }

    @Test
    void fork_live_keepsWhatItsSourceReplaced() {
        set(engine, 1);
        WeakReference<Profile> old = present(engine);
        ProfileEngine fork = engine.fork();
        set(engine, 2);
        System.gc();
        assertThat(old.get()).isSameAs(fork.profile(ADA).orElseThrow());
        fork = null;
        assertThat(isCollected(old)).isTrue();
    }

    @Test
    void fork_sourceDropped_doesNotHoldIt() {
        ProfileEngine source = ProfileEngine.builder().store(StoreKind.PLAIN).build();
        set(source, 1);
        ProfileEngine fork = source.fork();
        WeakReference<ProfileEngine> dropped = new WeakReference<>(source);
        source = null;
        assertThat(isCollected(dropped)).isTrue();
        assertThat(fork.count()).isEqualTo(1);
    }

    @Test
    void snapshot_dropped_letsGoWhatOnlyItShowed() {
        set(engine, 1);
        WeakReference<Profile> old = present(engine);
        Snapshot snapshot = engine.snapshot();
        set(engine, 2);
        System.gc();
        assertThat(old.get()).isSameAs(snapshot.profile(ADA).orElseThrow());
        snapshot = null;
        assertThat(isCollected(old)).isTrue();
    }

    @Test
    void profile_deletedOrReplaced_isNotKeptByTheEngine() {
        set(engine, 1);
        WeakReference<Profile> replaced = present(engine);
        set(engine, 2);
        WeakReference<Profile> deleted = present(engine);
        engine.apply(Batch.of(Update.of(ADA).delete().build()));
        assertThat(isCollected(replaced)).isTrue();
        assertThat(isCollected(deleted)).isTrue();
        assertThat(engine.count()).isZero();
    }

    @Test
    void value_ofADeletedProfile_isNotKeptByTheEngine() {
        Object value = new String("a text of some length");
        set(engine, value);
        WeakReference<Object> kept = new WeakReference<>(value);
        value = null;
        engine.apply(Batch.of(Update.of(ADA).delete().build()));
        assertThat(isCollected(kept)).isTrue();
        assertThat(engine.count()).isZero();
    }

    @Test
    void clearedAndReplacedContent_isNotKeptByTheEngine() {
        Snapshot empty = Snapshot.builder().build();
        set(engine, 1);
        WeakReference<Profile> cleared = present(engine);
        engine.clear("p");
        set(engine, 2);
        WeakReference<Profile> replaced = present(engine);
        engine.restore(empty);
        assertThat(isCollected(cleared)).isTrue();
        assertThat(isCollected(replaced)).isTrue();
        assertThat(engine.count()).isZero();
    }

    @Test
    void recording_startTaken_doesNotKeepTheOldState() {
        set(engine, 1);
        WeakReference<Profile> old = present(engine);
        Recording recording = engine.record();
        set(engine, 2);
        System.gc();
        assertThat(old.get()).as("the start is there to be taken").isNotNull();
        recording.takeStart();
        assertThat(isCollected(old)).isTrue();
        assertThat(recording.isEnded()).isFalse();
    }

    @Test
    void recording_closed_isForgottenWithTheNextBatch() {
        Recording recording = engine.record();
        WeakReference<Recording> closed = new WeakReference<>(recording);
        recording.close();
        recording = null;
        set(engine, 1);
        assertThat(isCollected(closed)).isTrue();
        assertThat(engine.count()).isEqualTo(1);
    }

    /**
     * Subscribers may keep their subscriptions, and others what they could subscribe to, after the engine has ended.
     */
    @Test
    void close_subscriptionKept_doesNotHoldTheProfiles() {
        ProfileEngine fork = engine.fork();
        set(fork, 1);
        WeakReference<Profile> own = present(fork);
        Flow.Publisher<ProfileChange> kept = fork.changes();
        AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();
        kept.subscribe(new EngineChangesTest.Seen() {
            @Override
            public void onSubscribe(Flow.Subscription given) {
                subscription.set(given);
            }
        });
        fork.close();
        fork = null;
        assertThat(isCollected(own)).isTrue();
        Reference.reachabilityFence(kept);
        Reference.reachabilityFence(subscription);
    }
}
