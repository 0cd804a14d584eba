package io.github.profileengine.store;

import java.lang.ref.Reference;

/**
 * A program that fills an engine with each scene in turn, and prints by how much the heap grew and what the engine
 * reports.
 */
final class HeapFigures {
    private static final int WARM_UP = 200;

    // The serial collector leaves some dead objects where they are, but not in every fourth collection.
    private static final int COLLECTIONS = 4;

    private HeapFigures() {}

    public static void main(String[] arguments) {
        // Discarded: the first measurement includes what only the first engine of a JVM needs.
        measure(HeapScene.FOUR_PROPERTIES);
        for (HeapScene scene : HeapScene.values()) {
            System.out.println(scene + "=" + measure(scene));
        }
    }

    // A method of its own, so that nothing of a scene stays on the stack.
    private static String measure(HeapScene scene) {
        // Names, shapes, classes and the scratch of an engine stay, so they are created before the measurement.
        ProfileEngine engine = scene.engine().build();
        scene.fill(engine, WARM_UP);
        engine.profiles().map(profile -> profile.id().token()).distinct().forEach(engine::clear);
        long before = usedBytes();
        scene.fill(engine, scene.profiles());
        long used = usedBytes() - before;
        String figures = used + "/" + engine.stats().heapBytes();
        Reference.reachabilityFence(engine);
        return figures;
    }

    private static long usedBytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
