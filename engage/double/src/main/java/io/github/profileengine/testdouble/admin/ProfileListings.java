package io.github.profileengine.testdouble.admin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/**
 * The listings that were looked at last. Bounded by their number and by the ids that they hold; one is made at a time,
 * so that many pages that are open cannot fill the heap. Any thread may use it.
 */
final class ProfileListings {
    static final int MOST = 8;
    private static final long MOST_IDS = 4_000_000;

    private final Deque<ProfileListing> latest = new ArrayDeque<>();
    private long made;

    /** The listing of a name, if it is of the same project and still held. */
    synchronized Optional<ProfileListing> find(String name, String token) {
        return latest.stream()
                .filter(listing ->
                        listing.name().equals(name) && listing.token().equals(token))
                .findFirst();
    }

    /** A new one. */
    synchronized ProfileListing add(Function<String, ProfileListing> make) {
        ProfileListing listing = make.apply(Long.toString(++made));
        latest.addFirst(listing);
        while (latest.size() > MOST || latest.size() > 1 && ids() > MOST_IDS) {
            latest.removeLast();
        }
        return listing;
    }

    private long ids() {
        return latest.stream().mapToLong(listing -> listing.ids().size()).sum();
    }
}
