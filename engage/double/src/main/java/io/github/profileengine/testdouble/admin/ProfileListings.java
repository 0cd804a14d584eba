package io.github.profileengine.testdouble.admin;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;

/**
 * The listings that were created last. Their number and their total number of ids are bounded. Only one is created at a
 * time, so that many open pages cannot fill the heap. Any thread may use it.
 */
final class ProfileListings {
    static final int MOST = 8;
    private static final long MOST_IDS = 4_000_000;

    private final Deque<ProfileListing> latest = new ArrayDeque<>();
    private long made;

    /**
     * The listing with a name, if it is still kept and lists what is asked for. An earlier run may have given the same
     * name to another one.
     */
    synchronized Optional<ProfileListing> find(String name, String token, ProfileFilter filter) {
        return latest.stream()
                .filter(listing -> listing.name().equals(name)
                        && listing.token().equals(token)
                        && listing.filter().equals(filter.words()))
                .findFirst();
    }

    /** Creates a listing and keeps it. */
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
