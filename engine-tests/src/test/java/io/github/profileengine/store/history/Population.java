package io.github.profileengine.store.history;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.reducer.UpdateBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The profiles of a run by number, users and groups of two projects, and the updates that mark them. */
final class Population {
    /** The list of marks. */
    static final String MARKS = "marks";
    /** The last mark once more, so that a profile that shows only a part of an update can be recognized. */
    static final String LAST = "last";

    private static final int EVERY_NTH_IS_A_GROUP = 8;

    private final List<ProfileId> ids;

    Population(int size) {
        ids = IntStream.range(0, size).mapToObj(Population::idOf).toList();
    }

    private static ProfileId idOf(int number) {
        String token = number % 2 == 0 ? "even" : "odd";
        return number % EVERY_NTH_IS_A_GROUP == 0
                ? ProfileId.group(token, "team", "g" + number)
                : ProfileId.user(token, "u" + number);
    }

    int size() {
        return ids.size();
    }

    ProfileId id(int profile) {
        return ids.get(profile);
    }

    boolean canHaveAlias(int profile) {
        return !ids.get(profile).isGroup();
    }

    /** An update that marks the profile of an id, which may be an alias. */
    static Update marking(ProfileId target, long mark) {
        return marked(target, mark).build();
    }

    /** An update that deletes the profile of an id. Its mark tells it from others wherever updates are listed. */
    static Update deleting(ProfileId target, long mark) {
        return marked(target, mark).delete().build();
    }

    private static UpdateBuilder marked(ProfileId target, long mark) {
        UpdateBuilder update = Update.of(target).set(LAST, mark);
        return target.isGroup() ? update.union(MARKS, List.of(mark)) : update.append(MARKS, mark);
    }

    /** The mark that an update leaves. */
    static long markOf(Update update) {
        Map<?, ?> set = (Map<?, ?>) update.operations().get(0).operand();
        return mark(set.get(LAST));
    }

    /** The list of marks of a profile; empty if there is none, which is the case for no whole profile. */
    static List<?> marks(Profile profile) {
        return profile.get(MARKS) instanceof List<?> marks ? marks : List.of();
    }

    /** The mark in an element of such a list. */
    static long mark(@Nullable Object element) {
        return element instanceof Long mark ? mark : Mark.NONE;
    }

    /** The last one of a list of marks. */
    static long last(List<?> marks) {
        return marks.isEmpty() ? Mark.NONE : mark(marks.get(marks.size() - 1));
    }
}
