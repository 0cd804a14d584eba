package io.github.profileengine.store;

import java.lang.ref.Reference;

/** Fills an engine with each scene in turn and prints what the heap holds more, and what the engine says. */
final class HeapFigures {
    private static final int WARM_UP = 200;

    // The serial collector leaves some of what is dead where it is, but not in every fourth collection.
    private static final int COLLECTIONS = 4;

    private HeapFigures() {}

    public static void main(String[] arguments) {
        // Once in vain: the first measurement finds what only the first engine of a JVM needs.
        measure(HeapScene.FOUR_PROPERTIES);
        for (HeapScene scene : HeapScene.values()) {
            System.out.println(scene + "=" + measure(scene));
        }
    }

    // By itself, so that nothing of it is left on the stack.
    private static String measure(HeapScene scene) {
        // Names, shapes and classes stay, and so does an engine's scratch: they are there before.
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
