package io.github.profileengine.architecture.wrong.log;

import java.time.Instant;

/** A log that says when an entry was written, by a clock of its own. */
public final class ReadsClock {
    private final Instant moment = Instant.now();

    @Override
    public String toString() {
        return moment.toString();
    }
}
