package io.github.profileengine.benchmark.store;

import java.util.SplittableRandom;

/** Edits of which every other one makes a profile, and the next sets a property of one of those that were made. */
final class Growth {
    private final Population values = new Population(1, 1);
    private final SplittableRandom random = new SplittableRandom(2);
    private int made;

    /** The next edits, an even number. */
    Edit[] edits(int count) {
        Edit[] edits = new Edit[count];
        for (int at = 0; at + 1 < count; at += 2) {
            edits[at] = values.made(Population.id(made));
            made++;
            edits[at + 1] = values.edit(Population.id(random.nextInt(made)));
        }
        return edits;
    }
}
