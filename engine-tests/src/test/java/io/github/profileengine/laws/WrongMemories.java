package io.github.profileengine.laws;

import io.github.profileengine.oracle.Oracle;
import io.github.profileengine.oracle.OracleAlias;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleResult;
import io.github.profileengine.oracle.OracleStore;
import io.github.profileengine.oracle.OracleUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reducers and stores that remember what they should forget. Keys are as in {@link WrongReducers}. */
final class WrongMemories {
    private WrongMemories() {}

    static Map<String, Function<OracleOptions, Oracle>> oracles() {
        Map<String, Function<OracleOptions, Oracle>> all = new LinkedHashMap<>();
        all.put("l14: a name once seen stays present for set_once", SeenNames::new);
        all.put("l55: set_once heeds marks of a deleted profile", MarkedIds::new);
        all.put("m4: created outlives a delete", KnownIds::new);
        return all;
    }

    static Map<String, Function<Oracle, OracleStore>> stores() {
        Map<String, Function<Oracle, OracleStore>> all = new LinkedHashMap<>();
        all.put("l54: the journal is replayed after a delete", Journal::new);
        all.put("l55: a tombstone drops late writes", Tombstones::new);
        all.put("m3: the last mapping wins", LastMappings::new);
        all.put("l60: new profiles are numbered as they come", Numbered::new);
        return all;
    }

    /** The update without its {@code $set_once}. */
    private static OracleUpdate without(OracleUpdate update) {
        return update.operands().containsKey("$set_once") ? update.and("$set_once", Map.of()) : update;
    }

    private static final class SeenNames extends Oracle {
        private final Set<String> seen = new HashSet<>();

        SeenNames(OracleOptions options) {
            super(options);
        }

        @Override
        public OracleResult reduce(Map<String, Object> before, OracleUpdate update) {
            seen.addAll(before == null ? Set.of() : before.keySet());
            boolean heeds = update.operands().get("$set_once") instanceof Map<?, ?> operand
                    && operand.keySet().stream().anyMatch(seen::contains);
            return super.reduce(before, heeds ? without(update) : update);
        }
    }

    private static final class MarkedIds extends Oracle {
        private final Set<OracleId> deleted = new HashSet<>();

        MarkedIds(OracleOptions options) {
            super(options);
        }

        @Override
        public OracleResult reduce(Map<String, Object> before, OracleUpdate update) {
            OracleResult result = super.reduce(before, deleted.contains(update.target()) ? without(update) : update);
            if (before != null && result.after() == null) {
                deleted.add(update.target());
            }
            return result;
        }
    }

    private static final class KnownIds extends Oracle {
        private final Map<OracleId, String> created = new HashMap<>();

        KnownIds(OracleOptions options) {
            super(options);
        }

        @Override
        protected void automatic(
                Map<String, Object> before,
                Map<String, Object> after,
                OracleUpdate update,
                Map<String, Object> operands) {
            boolean brings = after.containsKey("$created");
            super.automatic(before, after, update, operands);
            if (before == null && !brings && after.get("$created") instanceof String time) {
                after.put("$created", created.computeIfAbsent(update.target(), id -> time));
            }
        }
    }

    private static final class LastMappings extends OracleStore {
        private final Map<OracleId, String> last = new HashMap<>();

        LastMappings(Oracle oracle) {
            super(oracle, Places.TABLE);
        }

        @Override
        protected String aliasOf(OracleId target) {
            return last.get(target);
        }

        @Override
        public String alias(OracleAlias call) {
            OracleId from = OracleId.user(call.token(), call.alias());
            String known = last.remove(from);
            boolean cycle = resolve(OracleId.user(call.token(), call.id())).equals(from);
            last.put(from, cycle ? known : call.id());
            return cycle ? "REFUSED" : call.id().equals(known) ? "UNCHANGED" : "MAPPED";
        }
    }

    private static final class Journal extends OracleStore {
        private final List<OracleUpdate> journal = new ArrayList<>();

        Journal(Oracle oracle) {
            super(oracle, Places.TABLE);
        }

        @Override
        public OracleResult apply(OracleUpdate update, Instant clock) {
            OracleResult result = super.apply(update, clock);
            if (update.operands().containsKey("$delete")) {
                journal.forEach(past -> super.apply(past, clock));
            } else {
                journal.add(update);
            }
            return result;
        }
    }

    private static final class Tombstones extends OracleStore {
        private final Set<OracleId> deleted = new HashSet<>();

        Tombstones(Oracle oracle) {
            super(oracle, Places.TABLE);
        }

        @Override
        public OracleResult apply(OracleUpdate update, Instant clock) {
            OracleId id = profileOf(update);
            boolean existed = profile(id) != null;
            OracleResult result =
                    deleted.contains(id) ? new OracleResult(null, List.of(), null) : super.apply(update, clock);
            if (existed && profile(id) == null) {
                deleted.add(id);
            }
            return result;
        }
    }

    private static final class Numbered extends OracleStore {
        Numbered(Oracle oracle) {
            super(oracle, Places.TABLE);
        }

        @Override
        public OracleResult apply(OracleUpdate update, Instant clock) {
            boolean existed = profile(profileOf(update)) != null;
            OracleResult result = super.apply(update, clock);
            if (!existed && result.after() != null) {
                result.after().put("number", (long) profiles().size());
            }
            return result;
        }
    }
}
