package io.github.profileengine.laws;

import io.github.profileengine.oracle.Oracle;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleStore;
import io.github.profileengine.oracle.OracleUpdate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * All deliberately wrong reducers, with keys as in {@link Wrong}. Each is the reference model with one mistake that
 * naive code makes.
 */
final class WrongReducers {
    private WrongReducers() {}

    static List<Wrong<Function<OracleOptions, ReducerUnderTest>>> all() {
        Map<String, Function<OracleOptions, ReducerUnderTest>> all = new LinkedHashMap<>();
        WrongOperators.all()
                .forEach((name, operators) ->
                        all.put(name, options -> new OracleReducer(new Oracle(options, operators.apply(options)))));
        WrongOracles.all()
                .forEach((name, oracle) -> all.put(name, options -> new OracleReducer(oracle.apply(options))));
        stores().forEach((name, store) -> all.put(name, options -> new OracleReducer(new Oracle(options), store)));
        all.putAll(WrongBatches.all());
        return Wrong.all(all);
    }

    private static Map<String, Function<Oracle, OracleStore>> stores() {
        Map<String, Function<Oracle, OracleStore>> stores = new LinkedHashMap<>(WrongMemories.stores());
        stores.put("m3: aliases resolve one step only", OneStep::new);
        stores.put("m3: delete follows an alias when told not to", DeleteFollows::new);
        stores.put("m3: groups are aliased too", GroupsAliased::new);
        stores.put("l56: ids are compared without case", FoldedIds::new);
        stores.put("l75: ids of equal hash are one", HashedIds::new);
        return stores;
    }

    private static final class OneStep extends OracleStore {
        OneStep(Oracle oracle) {
            super(oracle, Places.TABLE);
        }

        @Override
        protected OracleId profileOf(OracleUpdate update) {
            String next = update.ignoreAlias() ? null : aliasOf(update.target());
            return next == null
                    ? update.target()
                    : OracleId.user(update.target().token(), next);
        }
    }

    private static final class DeleteFollows extends OracleStore {
        DeleteFollows(Oracle oracle) {
            super(oracle, Places.TABLE);
        }

        @Override
        protected OracleId profileOf(OracleUpdate update) {
            return update.operands().containsKey("$delete") ? resolve(update.target()) : super.profileOf(update);
        }
    }

    private static final class GroupsAliased extends OracleStore {
        GroupsAliased(Oracle oracle) {
            super(oracle, Places.TABLE);
        }

        @Override
        protected OracleId profileOf(OracleUpdate update) {
            OracleId target = update.target();
            String id = resolve(OracleId.user(target.token(), target.id())).id();
            return target.isGroup() ? OracleId.group(target.token(), target.groupKey(), id) : super.profileOf(update);
        }
    }

    private static final class FoldedIds extends OracleStore {
        FoldedIds(Oracle oracle) {
            super(oracle, Places.TABLE);
        }

        @Override
        protected OracleId profileOf(OracleUpdate update) {
            OracleId id = super.profileOf(update);
            return new OracleId(id.token(), id.groupKey(), id.id().toLowerCase(Locale.ROOT));
        }

        @Override
        public Map<String, Object> profile(OracleId id) {
            return super.profile(new OracleId(id.token(), id.groupKey(), id.id().toLowerCase(Locale.ROOT)));
        }
    }

    private static final class HashedIds extends OracleStore {
        private final Map<Integer, OracleId> first = new HashMap<>();

        HashedIds(Oracle oracle) {
            super(oracle, Places.TABLE);
        }

        private OracleId known(OracleId id) {
            return first.computeIfAbsent(id.id().hashCode(), hash -> id);
        }

        @Override
        protected OracleId profileOf(OracleUpdate update) {
            return known(super.profileOf(update));
        }

        @Override
        public Map<String, Object> profile(OracleId id) {
            return super.profile(known(id));
        }
    }
}
