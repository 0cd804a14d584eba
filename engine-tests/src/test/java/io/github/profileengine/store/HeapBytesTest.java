package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.jvm.ChildJvm;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.snapshot.Snapshot;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares the heap that an engine reports with a measurement, in a JVM whose collector leaves no garbage behind. */
class HeapBytesTest {
    private static final Map<HeapScene, long[]> FIGURES = new HashMap<>();

    @BeforeAll
    static void measureInAnotherJvm() throws IOException, InterruptedException {
        String output = ChildJvm.run(
                HeapFigures.class,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                // The whole allocation buffer of a thread counts as used, and any thread may take one.
                "-XX:-ResizeTLAB",
                "-XX:TLABSize=16k",
                "-Dprofile-engine.store=" + Engines.kind());
        output.lines().filter(line -> line.contains("=")).forEach(line -> {
            String[] parts = line.split("[=/]");
            FIGURES.put(
                    HeapScene.valueOf(parts[0]),
                    Stream.of(parts[1], parts[2]).mapToLong(Long::parseLong).toArray());
        });
    }

    @ParameterizedTest
    @EnumSource
    void heapBytes_filledEngine_areWithinATenthOfTheMeasuredHeap(HeapScene scene) {
        long measured = FIGURES.get(scene)[0];
        long told = FIGURES.get(scene)[1];
        assertThat(measured).as("more than the noise of a measurement").isGreaterThan(2_000_000);
        assertThat((double) told / measured)
                .as("%s bytes told, %s measured", told, measured)
                .isBetween(0.9, 1.1);
    }

    /** The values of a large profile lie in chunks. An update does not look at the chunks that it leaves alone. */
    @Test
    void heapBytes_largeObjectChangedHereAndThere_areThoseOfOneMadeSo() {
        Map<String, Object> properties = new HashMap<>();
        for (int at = 0; at < 200; at++) {
            properties.put("p" + at, "a text " + at);
        }
        ProfileId ada = ProfileId.user("p", "ada");
        ProfileEngine changed = plain();
        changed.apply(Batch.of(Update.of(ada).set(properties).build()));
        for (int at = 0; at < 200; at += 7) {
            properties.put("p" + at, "a longer text of this property " + at);
            changed.apply(Batch.of(
                    Update.of(ada).set("p" + at, properties.get("p" + at)).build()));
        }
        ProfileEngine made = plain();
        made.apply(Batch.of(Update.of(ada).set(properties).build()));

        assertThat(changed.stats().heapBytes()).isEqualTo(made.stats().heapBytes());
    }

    private static ProfileEngine plain() {
        return ProfileEngine.builder()
                .store(StoreKind.PLAIN)
                .clock(() -> Instant.EPOCH)
                .build();
    }

    @Test
    void heapBytes_everythingDeleted_areNone() {
        ProfileEngine engine = Engines.builder().build();
        ProfileId ada = ProfileId.user("p", "ada");
        assertThat(engine.stats().heapBytes()).isZero();
        engine.apply(Batch.of(Update.of(ada).set("k", 1).build()));
        assertThat(engine.stats().heapBytes()).isPositive();
        engine.apply(Batch.of(Update.of(ada).delete().build()));
        assertThat(engine.stats().heapBytes()).isZero();
    }

    /**
     * What is subtracted when an object goes is what was added for it, even if its list or index has grown meanwhile.
     */
    @Test
    void heapBytes_objectsComingAndGoing_doNotDrift() {
        ProfileEngine engine = Engines.builder().build();
        ProfileId ada = ProfileId.user("p", "ada");
        engine.apply(Batch.of(Update.of(ada).set("k", 1).build()));
        long first = engine.stats().heapBytes();
        for (int round = 0; round < 500; round++) {
            for (int element = 0; element < 40; element++) {
                engine.apply(Batch.of(Update.of(ada)
                        .append("list", element * 1_000)
                        .union("set", List.of("e" + element % 30, element))
                        .merge("object", Map.of("k" + element % 9, List.of(element * 1_000)))
                        .build()));
            }
            Update gone = Update.of(ada).unset("list", "set", "object").build();
            engine.apply(Batch.of(
                    round % 2 == 0
                            ? gone
                            : Update.of(ada)
                                    .set("set", 1)
                                    .unset("list", "object")
                                    .build()));
        }
        engine.apply(Batch.of(Update.of(ada).unset("set").build()));
        // Each round adds some hundred bytes of objects, so an error of a tenth would be too much.
        assertThat(engine.stats().heapBytes()).isBetween(first, first + 5_000);
    }

    /** What a snapshot still holds exists only once, as a part of the snapshot. */
    @Test
    void heapBytes_profilesDeletedAfterASnapshot_doNotGrow() {
        ProfileEngine engine = bare();
        for (int number = 0; number < 300; number++) {
            engine.apply(Batch.of(Update.of(ProfileId.user("p", "u" + number))
                    .set("a", "x".repeat(1_000))
                    .set("o", Map.of("k", number))
                    .build()));
        }
        long filled = engine.stats().heapBytes();
        Snapshot kept = engine.snapshot();
        for (int number = 0; number < 60; number++) {
            engine.apply(Batch.of(
                    Update.of(ProfileId.user("p", "u" + number)).delete().build()));
            assertThat(engine.stats().heapBytes()).isLessThanOrEqualTo(filled);
        }
        assertThat(kept.count()).isEqualTo(300);
    }

    /** All versions of a list lie in one array, so no part of it is left behind. */
    @Test
    void heapBytes_longListGrownAfterASnapshot_doNotCountItTwice() {
        ProfileEngine engine = bare();
        ProfileId ada = ProfileId.user("p", "ada");
        engine.apply(Batch.of(
                Update.of(ada).set("l", Collections.nCopies(10_000, "x")).build()));
        // Copies the list into an array with room for more.
        engine.apply(Batch.of(Update.of(ada).append("l", "y").build()));
        long filled = engine.stats().heapBytes();
        engine.snapshot();
        for (int round = 0; round < 5; round++) {
            engine.apply(Batch.of(Update.of(ada).append("l", "z").build()));
            // Little is new: the elements, and a chunk and a table for the project that is shared.
            assertThat(engine.stats().heapBytes() - filled).isLessThan(5_000);
        }
    }

    /** A list that is made from another shares its elements, so only their places exist twice. */
    @Test
    void heapBytes_longListRemadeAfterASnapshot_countItsPlacesTwiceOnly() {
        ProfileEngine engine = bare(StoreKind.PACKED);
        ProfileId ada = ProfileId.user("p", "ada");
        List<String> texts =
                IntStream.range(0, 1_000).mapToObj(at -> at + "x".repeat(1_000)).toList();
        // An array without spare room, so that the first append copies it.
        engine.apply(Batch.of(Update.of(ada).set("l", texts).build()));
        addOthers(engine);
        long filled = engine.stats().heapBytes();
        engine.snapshot();
        engine.apply(Batch.of(Update.of(ada).append("l", "y").build()));
        // The snapshot still holds what is removed here, in a chunk of the engine.
        engine.apply(Batch.of(Update.of(ada).remove("l", texts.subList(0, 500)).build()));

        // Two arrays of 1,000 references and more, of which one has room to grow, and a shared table of references.
        assertThat(engine.stats().heapBytes() - filled).isBetween(8_000L, 400_000L);
    }

    /** The same for an object: snapshots of one large value that changes little leave little behind. */
    @Test
    void heapBytes_largeObjectMergedAfterSnapshots_countItsOwnOnce() {
        ProfileEngine engine = bare(StoreKind.PACKED);
        ProfileId ada = ProfileId.user("p", "ada");
        engine.apply(Batch.of(Update.of(ada)
                .set("o", Map.of("big", "x".repeat(1_000_000), "n", 0))
                .build()));
        addOthers(engine);
        long filled = engine.stats().heapBytes();
        for (int round = 1; round <= 3; round++) {
            engine.snapshot();
            engine.apply(Batch.of(Update.of(ada).merge("o", Map.of("n", round)).build()));
        }

        assertThat(engine.stats().heapBytes() - filled).isLessThan(500_000);
        engine.apply(Batch.of(Update.of(ada).unset("o").build()));
        assertThat(engine.stats().heapBytes())
                .as("the text is a snapshot's alone, in a chunk of the engine")
                .isGreaterThan(filled - 100_000);
    }

    /** The place of a released object is counted with the chunk that holds it. */
    @Test
    void heapBytes_objectAndNumberInTurn_growByThePlacesOfObjectsOnly() {
        ProfileEngine engine = bare();
        Batch.Builder many = Batch.builder();
        for (int number = 0; number < 1_000; number++) {
            many.add(Update.of(ProfileId.user("p", "u" + number))
                    .set("a", "x".repeat(200))
                    .build());
        }
        engine.apply(many.build());
        ProfileId ada = ProfileId.user("p", "u0");
        engine.apply(Batch.of(Update.of(ada).set("o", 1).build()));
        long filled = engine.stats().heapBytes();
        for (int turn = 0; turn < 1_000; turn++) {
            engine.apply(Batch.of(Update.of(ada).set("o", Map.of()).build()));
            engine.apply(Batch.of(Update.of(ada).set("o", 1).build()));
        }
        // A reference for each object, and half as many again in reserve.
        assertThat(engine.stats().heapBytes() - filled).isLessThan(1_000 * 7);
    }

    // With less content, a compaction would come at once and hide what was counted.
    private static void addOthers(ProfileEngine engine) {
        Batch.Builder others = Batch.builder();
        for (int number = 0; number < 20_000; number++) {
            others.add(Update.of(ProfileId.user("p", "u" + number))
                    .set("a", "x".repeat(200))
                    .build());
        }
        engine.apply(others.build());
    }

    private static ProfileEngine bare() {
        return bare(Engines.kind());
    }

    private static ProfileEngine bare(StoreKind kind) {
        return ProfileEngine.builder()
                .store(kind)
                .automaticCreated(false)
                .automaticLastSeen(false)
                .shards(1)
                .build();
    }
}
