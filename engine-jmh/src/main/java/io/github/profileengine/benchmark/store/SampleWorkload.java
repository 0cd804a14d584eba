package io.github.profileengine.benchmark.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The real sample, continued. It starts with the profiles of the authors as the sample's updates leave them, copied
 * under many ids. Then the sample's updates come again from the beginning, each for its author, in a copy that is drawn
 * evenly. So three things are as in the sample: who is edited often, how long lists are when elements are appended, and
 * how often an operator finds nothing to do.
 */
final class SampleWorkload implements Workload {
    private static final int BATCH = 2_000;
    private static final Sample SAMPLE = Sample.read();

    private final SplittableRandom random;
    private final int copies;
    private int at;

    SampleWorkload(int profiles, int seed) {
        random = new SplittableRandom(seed);
        copies = Math.max(1, profiles / SAMPLE.authors().size());
        at = random.nextInt(SAMPLE.edits().size());
    }

    @Override
    public void fill(Store store) {
        List<Edit> batch = new ArrayList<>(BATCH);
        for (int copy = 0; copy < copies; copy++) {
            for (Edit author : SAMPLE.authors()) {
                batch.add(fresh(author, id(author, copy)));
                if (batch.size() == BATCH) {
                    store.apply(batch.toArray(Edit[]::new), 0);
                    batch.clear();
                }
            }
        }
        store.apply(batch.toArray(Edit[]::new), 0);
    }

    @Override
    public Edit[] edits(int count) {
        Edit[] edits = new Edit[count];
        for (int number = 0; number < count; number++) {
            Edit edit = SAMPLE.edits().get(at);
            at = at + 1 == SAMPLE.edits().size() ? 0 : at + 1;
            edits[number] = fresh(edit, id(edit, random.nextInt(copies)));
        }
        return edits;
    }

    @Override
    public String anyId() {
        return id(SAMPLE.authors().get(random.nextInt(SAMPLE.authors().size())), random.nextInt(copies));
    }

    @Override
    public String anyName() {
        return "$last_seen";
    }

    private static String id(Edit author, int copy) {
        return author.id() + '-' + copy;
    }

    private static @Nullable Edit freshRest(@Nullable Edit edit, String id) {
        return edit == null ? null : fresh(edit, id);
    }

    private static Edit fresh(Edit edit, String id) {
        return new Edit(id, edit.operator(), edit.name(), fresh(edit.value()), freshRest(edit.rest(), id));
    }

    private static @Nullable Object fresh(@Nullable Object value) {
        if (value instanceof char[] text) {
            return new String(text);
        }
        if (value instanceof Long integer) {
            return integer.longValue();
        }
        if (value instanceof List<?> list) {
            List<@Nullable Object> fresh = new ArrayList<>(list.size());
            for (Object element : list) {
                fresh.add(fresh(element));
            }
            return fresh;
        }
        return value instanceof Map<?, ?> ? unexpected(value) : value;
    }

    private static Object unexpected(Object value) {
        throw new IllegalStateException("the sample holds no objects, but " + value);
    }
}
