package io.github.profileengine.store;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A program that deletes profiles one by one in a heap without room for their compaction; see {@link FullHeapTest}. */
final class FullHeap {
    static final int PROFILES = 60_000;
    // Short enough to lie in a record.
    private static final int TEXT = 250;
    private static final int BLOCK = 1 << 16;
    // Room for updates, but not for half of the profiles once more.
    private static final int FREE_BLOCKS = 64;
    // Every chunk loses some of its profiles before any loses all.
    private static final int APART = 12;

    private FullHeap() {}

    public static void main(String[] arguments) {
        try (ProfileEngine engine = Engines.builder().shards(1).build()) {
            for (int number = 0; number < PROFILES; number++) {
                engine.apply(Batch.of(
                        Update.of(id(number)).set("text", "x".repeat(TEXT)).build()));
            }
            List<byte[]> ballast = ballast();
            for (int first = 0; first < APART; first++) {
                for (int number = first; number < PROFILES; number += APART) {
                    engine.apply(Batch.of(Update.of(id(number)).delete().build()));
                }
                System.out.println("left=" + engine.count());
            }
            Reference.reachabilityFence(ballast);
        }
    }

    private static ProfileId id(int number) {
        return ProfileId.user("p", "user-" + number);
    }

    private static List<byte[]> ballast() {
        // Allocated first, so that the list itself needs no memory when the heap is full.
        byte[][] blocks = new byte[PROFILES][];
        int count = 0;
        try {
            while (true) {
                blocks[count] = new byte[BLOCK];
                count++;
            }
        } catch (OutOfMemoryError full) {
            return new ArrayList<>(Arrays.asList(blocks).subList(0, count - FREE_BLOCKS));
        }
    }
}
