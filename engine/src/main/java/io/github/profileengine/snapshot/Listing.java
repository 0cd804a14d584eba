package io.github.profileengine.snapshot;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The profiles of some projects, one project after the other, in the order of their ids. It holds only the ids of one
 * project, and each profile is created when its turn comes: profiles created from records take several times the memory
 * of their ids.
 */
final class Listing implements Iterator<Profile> {
    private static final int SHAPE = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT;

    private final Snapshot state;
    private final Iterator<String> tokens;
    private Iterator<ProfileId> ids = Collections.emptyIterator();

    private Listing(Snapshot state, List<String> tokens) {
        this.state = state;
        this.tokens = tokens.iterator();
    }

    static Stream<Profile> of(Snapshot state, List<String> tokens) {
        Listing listing = new Listing(state, tokens);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(listing, SHAPE), false);
    }

    @Override
    public boolean hasNext() {
        while (!ids.hasNext() && tokens.hasNext()) {
            List<ProfileId> found = new ArrayList<>();
            state.forEach(tokens.next(), profile -> found.add(profile.id()));
            found.sort(null);
            ids = found.iterator();
        }
        return ids.hasNext();
    }

    @Override
    public Profile next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return state.profile(ids.next()).orElseThrow();
    }
}
