package io.github.profileengine.feed;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.List;
import java.util.Map;

/** Publishes changes that are numbered as a writer numbers them, with one profile for each shard. */
final class Changes {
    private Changes() {}

    static ProfileChange of(int shard, long sequence) {
        ProfileId id = ProfileId.user("token", "user " + shard);
        Profile after = Profile.of(id, Map.of("visits", sequence));
        return new ProfileChange(shard, sequence, id, null, after, null, List.of());
    }

    /** Publishes changes of shard 0 with these numbers, the last one included, and dispatches them. */
    static void write(ChangeFeed feed, long from, long to) {
        for (long sequence = from; sequence <= to; sequence++) {
            feed.publish(of(0, sequence));
        }
        feed.dispatch();
    }
}
