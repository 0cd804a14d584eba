package io.github.profileengine.benchmark.apply;

import io.github.profileengine.value.CanonicalText;
import io.github.profileengine.value.ValueBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A {@link TreePeer} on a store of its own. */
final class PeerFolding implements Folding {
    private static final int DEEP = 1000;

    private final Supplier<TreeStore> stores;

    PeerFolding(Supplier<TreeStore> stores) {
        this.stores = stores;
    }

    @Override
    public Object folded(byte[] ndjson) {
        TreePeer peer = new TreePeer(stores.get(), CLOCK_SECONDS);
        peer.applyAll(ndjson);
        return peer;
    }

    @Override
    public SortedMap<String, String> content(Object store) {
        SortedMap<String, String> content = new TreeMap<>();
        ((TreePeer) store)
                .profiles()
                .forEach((id, properties) -> content.put(
                        key(Arrays.asList(id.token(), id.groupKey(), id.id())),
                        CanonicalText.of(ValueBuilder.copyOf(properties, DEEP))));
        return content;
    }

    static String key(List<@Nullable String> id) {
        return CanonicalText.of(ValueBuilder.copyOf(id, DEEP));
    }

    @Override
    public long rejected(Object store) {
        return ((TreePeer) store).rejected();
    }
}
