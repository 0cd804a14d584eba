package io.github.profileengine.store;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.table.ProfileTable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What a {@link MapTable} held at one moment. */
final class FrozenMap extends MapReads implements FrozenTable {
    FrozenMap(Map<ProfileId, Profile> profiles) {
        super(profiles);
    }

    @Override
    public ProfileTable thaw(Reducer reducer) {
        return new MapTable(reducer, new ConcurrentHashMap<>(map()));
    }
}
