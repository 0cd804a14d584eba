package io.github.profileengine.laws;

import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOutcome;
import java.util.List;
import java.util.Map;

/**
 * A store against which the laws are checked, with many profiles and their aliases: that of the engine or of a model.
 */
public interface StoreUnderTest {

    List<EntryResult> apply(List<? extends OracleEntry> batch);

    /** The properties of a profile under its literal id, or null. */
    Map<String, Object> profile(OracleId id);

    long count();

    /** The messages of the last batch for people, in the order of the batch; empty if the store has no messages. */
    default List<String> told() {
        return List.of();
    }

    /**
     * The result of one entry. {@code alias} is the answer to an alias entry, otherwise null. {@code rejection} is the
     * name of a rule and {@code field} where it is reported, or both are null.
     */
    record EntryResult(List<OracleOutcome> outcomes, String rejection, String field, String alias) {}
}
