package io.github.profileengine.store.history;

import io.github.profileengine.log.LogEntry;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.Update;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Finds the order of a branch after all clients have ended: in the lists of its profiles or, if deletions removed
 * lists, in what its parent brought and in its log.
 */
final class OrderSource {
    private static final long[] NONE = {};

    private final Population population;
    private final Orders orders;

    OrderSource(Population population, Orders orders) {
        this.population = population;
        this.orders = orders;
    }

    BranchOrder order(Branch branch) {
        CutRead start = branch.start();
        int[] inherited = new int[population.size()];
        long[][] marks = new long[inherited.length][];
        Map<ProfileId, LongArrayList> log = log(branch);
        for (int profile = 0; profile < inherited.length; profile++) {
            if (log == null) {
                inherited[profile] = start == null ? 0 : start.sizes()[profile];
                marks[profile] = list(branch, profile);
            } else {
                inherited[profile] = start == null ? 0 : broughtTo(start, profile);
                marks[profile] = joined(start, profile, inherited[profile], log.get(population.id(profile)));
            }
        }
        return new BranchOrder(marks, sizes(marks), inherited);
    }

    private int broughtTo(CutRead start, int profile) {
        return 1 + orders.position(start.branch(), profile, start.sizes()[profile], start.lasts()[profile]);
    }

    private long[] joined(@Nullable CutRead start, int profile, int inherited, @Nullable LongArrayList since) {
        long[] own = since == null ? NONE : since.toArray();
        long[] all = new long[inherited + own.length];
        for (int at = 0; at < inherited; at++) {
            all[at] = orders.of(start.branch()).mark(profile, at);
        }
        System.arraycopy(own, 0, all, inherited, own.length);
        return all;
    }

    private int[][] sizes(long[][] marks) {
        int[][] sizes = new int[marks.length][];
        for (int profile = 0; profile < marks.length; profile++) {
            sizes[profile] = new int[marks[profile].length];
            int size = 0;
            for (int at = 0; at < sizes[profile].length; at++) {
                long mark = marks[profile][at];
                size = orders.isKnown(mark) && orders.isDelete(mark) ? 0 : size + 1;
                sizes[profile][at] = size;
            }
        }
        return sizes;
    }

    /** The marks in a profile's list. */
    long[] list(Branch branch, int profile) {
        List<?> marks = branch.engine()
                .profile(population.id(profile))
                .<List<?>>map(Population::marks)
                .orElse(List.of());
        return marks.stream().mapToLong(Population::mark).toArray();
    }

    private static @Nullable Map<ProfileId, LongArrayList> log(Branch branch) {
        if (branch.log() == null) {
            return null;
        }
        Map<ProfileId, LongArrayList> log = new HashMap<>();
        branch.log().drain(entry -> {
            if (entry instanceof LogEntry.Slice slice) {
                for (Update update : slice.updates()) {
                    log.computeIfAbsent(update.target(), id -> new LongArrayList())
                            .add(Population.markOf(update));
                }
            }
        });
        return log;
    }
}
