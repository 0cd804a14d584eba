package io.github.profileengine.benchmark.apply;

import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one would write first: a Jackson tree per record, folded into a concurrent map of maps.
 *
 * <p>It follows every rule that can apply to a record of well-formed JSON in lenient mode, without limits and locator.
 * It collects no outcomes. It counts rejections, but does not list them.
 */
final class TreePeer {
    private static final ObjectReader READER = new JsonMapper().readerFor(JsonNode.class);

    private final TreeStore store;
    private final long clockSeconds;
    private final Map<ProfileKey, String> aliases = new ConcurrentHashMap<>();
    private int accepted;
    private int rejected;

    TreePeer(TreeStore store, long clockSeconds) {
        this.store = store;
        this.clockSeconds = clockSeconds;
    }

    void applyAll(InputStream ndjson) {
        try (MappingIterator<JsonNode> records = READER.readValues(ndjson)) {
            while (records.hasNextValue()) {
                apply(records.nextValue());
            }
        }
    }

    private void apply(JsonNode json) {
        TreeUpdate update;
        try {
            update = TreeRecord.update(json);
        } catch (InvalidRecordException invalid) {
            rejected++;
            return;
        }
        accepted++;
        long seconds = update.seconds() == null ? clockSeconds : update.seconds();
        store.apply(update, update.ignoreAlias() ? update.target() : resolved(update.target()), seconds);
    }

    private ProfileKey resolved(ProfileKey target) {
        ProfileKey key = target;
        String next = target.groupKey() == null ? aliases.get(key) : null;
        while (next != null) {
            key = new ProfileKey(key.token(), null, next);
            next = aliases.get(key);
        }
        return key;
    }

    void alias(String token, String alias, String id) {
        aliases.putIfAbsent(new ProfileKey(token, null, alias), id);
    }

    int accepted() {
        return accepted;
    }

    int rejected() {
        return rejected;
    }

    Map<ProfileKey, Map<String, @Nullable Object>> profiles() {
        return store.profiles();
    }
}
