package io.github.profileengine.store;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Reducer;
import io.github.profileengine.reducer.ReducerSession;
import io.github.profileengine.reducer.Rejection;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.table.FrozenTable;
import io.github.profileengine.table.ProfileTable;
import io.github.profileengine.table.TableStep;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The simplest correct table: a concurrent map of the JDK, copied whole for each freeze. The wrong tables extend it.
 * That it passes the checks itself shows that the checks find the mistakes and not the map.
 */
class MapTable extends MapReads implements ProfileTable {
    private final ReducerSession session;

    MapTable(Reducer reducer) {
        this(reducer, new ConcurrentHashMap<>());
    }

    MapTable(Reducer reducer, Map<ProfileId, Profile> profiles) {
        super(profiles);
        session = reducer.session();
    }

    @Override
    public void apply(Update update, TableStep step) {
        session.expectAccepted(step.acceptedAt());
        Profile before = map().get(update.target());
        Profile after = step.outcomes() == null
                ? session.reduce(before, update)
                : session.reduce(before, update, step.outcomes());
        if (session.rejection() != null || before == null && after != null && !isAdmitted(after, step)) {
            step.rejected(session.rejection(), session.decided());
            return;
        }
        write(update.target(), after);
        step.accepted(before, after, session.decided());
    }

    private boolean isAdmitted(Profile fresh, TableStep step) {
        Rejection refusal = step.admission().admit(fresh.id());
        if (refusal != null) {
            session.reject(refusal, step.outcomes());
        }
        return refusal == null;
    }

    void write(ProfileId id, @Nullable Profile after) {
        if (after == null) {
            map().remove(id);
        } else {
            map().put(id, after);
        }
    }

    @Override
    public void load(Profile profile) {
        map().put(profile.id(), profile);
    }

    @Override
    public Consumer<Consumer<? super Profile>> clear(String token) {
        List<Profile> gone = map().values().stream()
                .filter(profile -> profile.id().token().equals(token))
                .sorted(Comparator.comparing(Profile::id))
                .toList();
        gone.forEach(profile -> map().remove(profile.id()));
        return gone::forEach;
    }

    @Override
    public FrozenTable freeze() {
        return new FrozenMap(Map.copyOf(map()));
    }
}
