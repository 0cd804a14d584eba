package io.github.profileengine.benchmark.apply;

import io.github.profileengine.value.CanonicalText;
import io.github.profileengine.value.ValueBuilder;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
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
    public Object folded(InputStream ndjson) {
        TreePeer peer = new TreePeer(stores.get(), CLOCK_SECONDS);
        peer.applyAll(ndjson);
        return peer;
    }

    @Override
    public void tell(Object store, BiConsumer<String, String> profiles) {
        ((TreePeer) store)
                .profiles()
                .forEach((id, properties) -> profiles.accept(
                        key(Arrays.asList(id.token(), id.groupKey(), id.id())),
                        CanonicalText.of(ValueBuilder.copyOf(properties, DEEP))));
    }

    static String key(List<@Nullable String> id) {
        return CanonicalText.of(ValueBuilder.copyOf(id, DEEP));
    }

    @Override
    public long rejected(Object store) {
        return ((TreePeer) store).rejected();
    }
}
