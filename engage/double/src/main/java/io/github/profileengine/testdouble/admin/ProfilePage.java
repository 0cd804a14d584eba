package io.github.profileengine.testdouble.admin;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.value.CanonicalText;
import io.github.profileengine.wire.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A page of the profiles of a project, in the order of their ids. Only the profiles of the page are sorted: sorting all
 * of them for each page would take seconds in a large project.
 */
final class ProfilePage {
    private final List<Profile> profiles;
    private final boolean more;
    private final long matching;

    private ProfilePage(List<Profile> profiles, boolean more, long matching) {
        this.profiles = profiles;
        this.more = more;
        this.matching = matching;
    }

    /**
     * Finds a page.
     *
     * @param wanted selects the profiles
     * @param after the id before the first of the page; null for the first page
     */
    static ProfilePage of(
            Snapshot state, String token, Predicate<Profile> wanted, @Nullable ProfileId after, int limit) {
        PriorityQueue<Profile> first =
                new PriorityQueue<>(limit + 1, Comparator.comparing(Profile::id).reversed());
        long[] found = new long[2];
        state.forEach(profile -> {
            ProfileId id = profile.id();
            if (id.token().equals(token) && wanted.test(profile)) {
                found[0]++;
                if (after == null || id.compareTo(after) > 0) {
                    found[1]++;
                    keep(first, profile, limit);
                }
            }
        });
        List<Profile> sorted = new ArrayList<>(first);
        sorted.sort(Comparator.comparing(Profile::id));
        return new ProfilePage(sorted, found[1] > limit, found[0]);
    }

    private static void keep(PriorityQueue<Profile> first, Profile profile, int limit) {
        if (first.size() < limit) {
            first.add(profile);
        } else if (profile.id().compareTo(first.element().id()) < 0) {
            first.remove();
            first.add(profile);
        }
    }

    List<Profile> profiles() {
        return profiles;
    }

    /** The number of profiles on all pages together. */
    long matching() {
        return matching;
    }

    /** The cursor of the next page; null if this is the last one. */
    @Nullable
    String next() {
        return more ? cursor(profiles.get(profiles.size() - 1).id()) : null;
    }

    private static String cursor(ProfileId id) {
        List<String> names = new ArrayList<>(id.groupKey().stream().toList());
        names.add(id.id());
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(CanonicalText.of(names).getBytes(StandardCharsets.UTF_8));
    }

    /** The id that a cursor stands for. */
    static ProfileId id(String token, String cursor) {
        try {
            Object names = JsonText.read(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (names instanceof List<?> list && list.size() == 1 && list.get(0) instanceof String id) {
                return ProfileId.user(token, id);
            }
            if (names instanceof List<?> list
                    && list.size() == 2
                    && list.get(0) instanceof String key
                    && list.get(1) instanceof String id) {
                return ProfileId.group(token, key, id);
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the exception below, which covers every cursor that no answer contained.
        }
        throw AdminRefusalException.bad("after, not the \"next\" of a page: " + cursor);
    }
}
