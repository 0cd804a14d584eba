package io.github.profileengine.laws;

import io.github.profileengine.oracle.Oracle;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleStore;
import io.github.profileengine.oracle.OracleUpdate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * All deliberately wrong reducers. Each is the reference model with one mistake that naive code makes. The key of a
 * wrong reducer is the law that must notice the mistake, a colon, and the mistake, as in {@code "m3: groups are aliased
 * too"}. {@link WrongReducersTest} checks that the law does.
 */
final class WrongReducers {
    private WrongReducers() {}

    /** A wrong reducer, what is wrong with it, and the law that must notice it. */
    record Wrong(String law, String mistake, Function<OracleOptions, ReducerUnderTest> subject) {

        static Wrong of(String lawAndMistake, Function<OracleOptions, ReducerUnderTest> subject) {
            String[] parts = lawAndMistake.split(": ", 2);
            return new Wrong(parts[0], parts[1], subject);
        }
    }

    static List<Wrong> all() {
        List<Wrong> all = new ArrayList<>();
        WrongOperators.all()
                .forEach((name, operators) -> all.add(
                        Wrong.of(name, options -> new OracleReducer(new Oracle(options, operators.apply(options))))));
        WrongOracles.all()
                .forEach(
                        (name, oracle) -> all.add(Wrong.of(name, options -> new OracleReducer(oracle.apply(options)))));
        stores().forEach((name, store) ->
                all.add(Wrong.of(name, options -> new OracleReducer(new Oracle(options), store))));
        WrongBatches.all().forEach((name, subject) -> all.add(Wrong.of(name, subject)));
        return all;
    }

    private static Map<String, Function<Oracle, OracleStore>> stores() {
        Map<String, Function<Oracle, OracleStore>> stores = new LinkedHashMap<>(WrongMemories.stores());
        stores.put("m3: aliases resolve one step only", OneStep::new);
        stores.put("m3: delete follows an alias when told not to", DeleteFollows::new);
        stores.put("m3: groups are aliased too", GroupsAliased::new);
        stores.put("l56: ids are compared without case", FoldedIds::new);
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
}
