package io.github.profileengine.wire;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.profile.CanonicalRecord;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.snapshot.SnapshotBuilder;
import io.github.profileengine.snapshot.StateHash;
import io.github.profileengine.value.CanonicalText;
import java.io.IOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines of a state between its first line and its end: aliases, then profiles, each in canonical order. */
final class StateBody {

    static final String TOKEN = "$token";
    static final String ALIAS = "$alias";
    static final String DISTINCT_ID = "$distinct_id";
    static final String GROUP_KEY = "$group_key";
    static final String GROUP_ID = "$group_id";
    static final String PROPERTIES = "$properties";

    private static final Comparator<Alias> ALIAS_ORDER = Comparator.comparing(Alias::token, CanonicalText::compareNames)
            .thenComparing(Alias::alias, CanonicalText::compareNames);

    private final boolean ordered;
    private final boolean keepsProfiles;
    private final SnapshotBuilder state = Snapshot.builder();
    private final StateHash.Sum sum = new StateHash.Sum();
    private long aliases;
    private long profiles;
    private @Nullable Alias lastAlias;
    private @Nullable ProfileId lastProfile;

    /**
     * Creates an object that reads a body.
     *
     * @param ordered whether lines in the wrong order are a fault
     * @param keepsProfiles whether to keep the profiles, or only compute their hash
     */
    StateBody(boolean ordered, boolean keepsProfiles) {
        this.ordered = ordered;
        this.keepsProfiles = keepsProfiles;
    }

    /** Writes the body of a state and returns its hash. */
    static StateHash write(Snapshot state, SealedOutput out) throws IOException {
        StateHash.Sum sum = new StateHash.Sum();
        try (Stream<Alias> aliases = state.aliases()) {
            write(aliases, Alias::canonicalRecord, sum, out);
        }
        // Writes one project after the other, so that only the ids of one project are in memory.
        for (String token : state.tokens()) {
            try (Stream<Profile> profiles = state.profiles(token)) {
                write(profiles, CanonicalRecord::of, sum, out);
            }
        }
        return sum.hash();
    }

    private static <T> void write(Stream<T> all, Function<T, String> record, StateHash.Sum sum, SealedOutput out)
            throws IOException {
        for (Iterator<T> each = all.iterator(); each.hasNext(); ) {
            String line = record.apply(each.next());
            sum.add(line);
            out.line(line);
        }
    }

    /** Adds the current line of {@code lines}, parsed as {@code line}. */
    void accept(LineMembers line, FileLines lines) throws LineFault {
        if (line.has(ALIAS)) {
            alias(line, lines);
        } else {
            profile(line, lines);
        }
    }

    private void alias(LineMembers line, FileLines lines) throws LineFault {
        line.requireOnly(TOKEN, ALIAS, DISTINCT_ID);
        Alias alias = new Alias(line.text(TOKEN), line.text(ALIAS), line.text(DISTINCT_ID));
        String text = alias.canonicalRecord();
        lines.requireText(text);
        if (ordered && lastProfile != null) {
            throw new LineFault("an alias after the profiles");
        } else if (ordered && lastAlias != null) {
            requireAscending(ALIAS_ORDER.compare(lastAlias, alias));
        }
        try {
            state.alias(alias.token(), alias.alias(), alias.id());
        } catch (IllegalArgumentException refused) {
            throw new LineFault("an alias that is mapped already, or leads to itself");
        }
        lastAlias = alias;
        aliases++;
        sum.add(text);
    }

    private void profile(LineMembers line, FileLines lines) throws LineFault {
        ProfileId id = id(line);
        Profile profile = CanonicalRecord.profile(id, line.object(PROPERTIES).all());
        String text = CanonicalRecord.of(profile);
        lines.requireText(text);
        if (ordered && lastProfile != null) {
            requireAscending(lastProfile.compareTo(id));
        }
        if (keepsProfiles) {
            try {
                state.add(profile);
            } catch (IllegalArgumentException refused) {
                throw new LineFault("a second profile of one id");
            }
        }
        lastProfile = id;
        profiles++;
        sum.add(text);
    }

    private static ProfileId id(LineMembers line) throws LineFault {
        if (line.has(GROUP_KEY) || line.has(GROUP_ID)) {
            line.requireOnly(TOKEN, GROUP_KEY, GROUP_ID, PROPERTIES);
            return ProfileId.group(line.text(TOKEN), line.text(GROUP_KEY), line.text(GROUP_ID));
        }
        line.requireOnly(TOKEN, DISTINCT_ID, PROPERTIES);
        return ProfileId.user(line.text(TOKEN), line.text(DISTINCT_ID));
    }

    private static void requireAscending(int order) throws LineFault {
        if (order >= 0) {
            throw new LineFault(
                    order == 0
                            ? "the same profile or alias as the line before"
                            : "out of order: it belongs further up");
        }
    }

    long aliases() {
        return aliases;
    }

    long profiles() {
        return profiles;
    }

    StateHash hash() {
        return sum.hash();
    }

    Snapshot state() {
        return state.build();
    }
}
