package io.github.profileengine.store;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Rule;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import java.lang.ref.Reference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program that sends ids without end to an engine with bounds, in a JVM with a small heap, and prints the results.
 * {@link EndlessIdsTest} runs and checks it.
 */
final class EndlessIds {
    static final long MAX_BYTES = 32L << 20;
    static final int IDS = 1_200_000;

    /**
     * More ids than there is room for. These bring values of their own, as real ids do; all later ids bring the same
     * value.
     */
    private static final int DISTINCT = 150_000;

    private static final Operation FLOOD = Operation.of(Operator.SET, Map.of("name", "one more"));
    static final int PROJECTS = 120_000;
    private static final int AT_ONCE = 500;

    private EndlessIds() {}

    public static void main(String[] arguments) {
        oneProject();
        manyProjects();
        comingAndGoing();
    }

    static ProfileId id(int number) {
        return ProfileId.user("p", "user-" + number);
    }

    /** The properties that are sent for an id. */
    static Map<String, Object> properties(int number) {
        return Map.of("name", "Name of user " + number, "visits", (long) number, "tags", List.of("a", "b"));
    }

    static ProfileEngineBuilder builder() {
        return Engines.builder().automaticCreated(false).clock(() -> Instant.EPOCH);
    }

    private static ProfileEngine bounded() {
        return builder().bounds(EngineBounds.OFF.withMaxBytes(MAX_BYTES)).build();
    }

    private static void oneProject() {
        long before = usedBytes();
        ProfileEngine engine = bounded();
        long rejected = 0;
        for (int first = 0; first < IDS; first += AT_ONCE) {
            List<Update> updates = new ArrayList<>();
            for (int number = first; number < first + AT_ONCE; number++) {
                UpdateBuilder update = Update.of(id(number));
                updates.add((number < DISTINCT ? update.set(properties(number)) : update.operation(FLOOD)).build());
            }
            rejected += rejections(engine.apply(Batch.of(updates)));
        }
        print("rejected", rejected);
        int known = (int) engine.count();
        for (int number = 0; number < known; number++) {
            engine.apply(Batch.of(Update.of(id(number)).add("visits", 1).build()));
        }
        print("known", known);
        print("right", rightReads(engine, known));
        print("hash", engine.stateHash());
        print("estimated", engine.stats().estimatedBytes());
        print("used", usedBytes() - before);
        Reference.reachabilityFence(engine);
    }

    private static int rightReads(ProfileEngine engine, int known) {
        int right = 0;
        for (int number = 0; number < IDS; number += 7) {
            Profile profile = engine.profile(id(number)).orElse(null);
            boolean isRight = number < known
                    ? profile != null
                            && profile.integer("visits") == number + 1
                            && profile.text("name").equals(properties(number).get("name"))
                    : profile == null;
            right += isRight ? 1 : 0;
        }
        return right;
    }

    /** Every id has a project of its own, so the cost of a project counts, too. */
    private static void manyProjects() {
        long before = usedBytes();
        ProfileEngine engine = bounded();
        long rejected = 0;
        for (int number = 0; number < PROJECTS; number++) {
            rejected += rejections(engine.apply(Batch.of(Update.of(ProfileId.user("project-" + number, "u"))
                    .set("k", number)
                    .build())));
        }
        print("projectsRejected", rejected);
        print("projectsKnown", engine.count());
        print("projectsUsed", usedBytes() - before);
        Reference.reachabilityFence(engine);
    }

    /** Nothing of a project may remain once it is empty again. */
    private static void comingAndGoing() {
        long before = usedBytes();
        ProfileEngine engine = bounded();
        long rejected = 0;
        for (int number = 0; number < PROJECTS; number++) {
            ProfileId id = ProfileId.user("project-" + number, "u");
            rejected += rejections(engine.apply(Batch.of(
                    Update.of(id).set("k", number).build(),
                    Update.of(id).delete().build())));
        }
        print("goneRejected", rejected);
        print("goneKnown", engine.count());
        print("goneUsed", usedBytes() - before);
        Reference.reachabilityFence(engine);
    }

    private static long rejections(BatchResult result) {
        for (RejectedUpdate rejection : result.rejections()) {
            if (rejection.rule() != Rule.RECORD_BOUND_BYTES) {
                throw new AssertionError(rejection);
            }
        }
        return result.rejected();
    }

    private static long usedBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static void print(String name, Object value) {
        System.out.println(name + "=" + value);
    }
}
