package io.github.profileengine.store.history;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a snapshot or fork showed of every profile and alias.
 *
 * @param branch the branch from which it was taken
 * @param sizes by profile, the size of its list; 0 if there was no profile
 * @param lasts by profile, the last mark of its list
 * @param aliases in order, named as in {@link AliasNames}
 * @param before by client, how many batches were acknowledged before it was requested
 * @param after by client, how many batches had begun when it was there
 */
record CutRead(int branch, int[] sizes, long[] lasts, List<String> aliases, int[] before, int[] after) {
    static CutRead of(
            int branch,
            Population population,
            Function<ProfileId, Optional<Profile>> profiles,
            Stream<Alias> aliases,
            int[] before,
            int[] after) {
        int[] sizes = new int[population.size()];
        long[] lasts = new long[population.size()];
        Arrays.fill(lasts, Mark.NONE);
        for (int profile = 0; profile < sizes.length; profile++) {
            Optional<Profile> found = profiles.apply(population.id(profile));
            if (found.isPresent()) {
                List<?> marks = Population.marks(found.get());
                sizes[profile] = marks.size();
                lasts[profile] = Population.last(marks);
            }
        }
        return new CutRead(branch, sizes, lasts, aliases.map(Alias::alias).toList(), before, after);
    }

    /** How many profiles were read. */
    int size() {
        return sizes.length;
    }

    boolean sameContent(CutRead other) {
        return Arrays.equals(sizes, other.sizes) && Arrays.equals(lasts, other.lasts) && aliases.equals(other.aliases);
    }
}
