package io.github.profileengine.benchmark.store;

import java.util.SplittableRandom;

/** Edits in pairs: the first one makes a profile, the next sets a property of any profile that was made. */
final class Growth {
    private final Population values = new Population(1, 1);
    private final SplittableRandom random = new SplittableRandom(2);
    private int made;

    /** The next edits; {@code count} must be even. */
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
