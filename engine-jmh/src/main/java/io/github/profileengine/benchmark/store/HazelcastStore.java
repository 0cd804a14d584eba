package io.github.profileengine.benchmark.store;

import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.IMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A map of Hazelcast in a cluster of one member, which looks for no other members and has no backups. Values are kept
 * as objects, so that an entry processor changes them in place. A batch is one call for all of its keys. With 50 keys,
 * calls for each key or partition take longer. With 2,000, they take as long by the clock; docs/BENCHMARKS.md has the
 * figures.
 */
final class HazelcastStore implements Store {
    private static final String MAP = "profiles";

    private final HazelcastInstance member = Hazelcast.newHazelcastInstance(config());
    private final IMap<String, Map<String, @Nullable Object>> profiles = member.getMap(MAP);

    private static Config config() {
        Config config = new Config();
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.setProperty("hazelcast.logging.type", "none");
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.getJetConfig().setEnabled(false);
        config.getMetricsConfig().setEnabled(false);
        config.getNetworkConfig().setPortAutoIncrement(true);
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
        config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
        config.getMapConfig(MAP)
                .setInMemoryFormat(InMemoryFormat.OBJECT)
                .setBackupCount(0)
                .setStatisticsEnabled(false);
        return config;
    }

    @Override
    public void apply(Edit[] edits, int second) {
        String time = Seconds.text(second);
        if (edits.length == 1) {
            profiles.executeOnKey(edits[0].id(), new Editing(Map.of(edits[0].id(), List.of(edits[0])), time));
            return;
        }
        Map<String, List<Edit>> byId = new HashMap<>();
        for (Edit edit : edits) {
            byId.computeIfAbsent(edit.id(), absent -> new ArrayList<>(1)).add(edit);
        }
        profiles.executeOnKeys(byId.keySet(), new Editing(byId, time));
    }

    @Override
    public @Nullable Object read(String id, String name) {
        return Objects.requireNonNull(profiles.get(id)).get(name);
    }

    @Override
    public @Nullable Object[] readAll(String[] ids, String[] names) {
        Map<String, Map<String, @Nullable Object>> found = profiles.getAll(new HashSet<>(Arrays.asList(ids)));
        @Nullable Object[] values = new Object[ids.length];
        for (int at = 0; at < ids.length; at++) {
            values[at] = Objects.requireNonNull(found.get(ids[at])).get(names[at]);
        }
        return values;
    }

    @Override
    public Map<String, @Nullable Object> content(String id) {
        Map<String, @Nullable Object> profile = profiles.get(id);
        return profile == null ? Map.of() : profile;
    }

    @Override
    public void close() {
        member.shutdown();
    }

    /** Runs on the thread of the key's partition, and never on two threads at once. */
    private static final class Editing
            implements EntryProcessor<String, Map<String, @Nullable Object>, @Nullable Void> {
        private static final long serialVersionUID = 1;

        // Never serialized, because the only member is the one that submits.
        private final transient Map<String, List<Edit>> edits;

        private final String time;

        Editing(Map<String, List<Edit>> edits, String time) {
            this.edits = edits;
            this.time = time;
        }

        @Override
        public @Nullable Void process(Map.Entry<String, Map<String, @Nullable Object>> entry) {
            Map<String, @Nullable Object> now = entry.getValue();
            Map<String, @Nullable Object> profile = now == null ? MapRules.created(time) : now;
            for (Edit edit : Objects.requireNonNull(edits.get(entry.getKey()))) {
                MapRules.CHANGING_LISTS.apply(profile, edit, time);
            }
            entry.setValue(profile);
            return null;
        }

        @Override
        public @Nullable EntryProcessor<String, Map<String, @Nullable Object>, @Nullable Void> getBackupProcessor() {
            return null;
        }
    }
}
