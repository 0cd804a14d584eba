package io.github.profileengine.laws;

import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleId;
import io.github.profileengine.oracle.OracleOutcome;
import java.util.List;
import java.util.Map;

/** Many profiles and their aliases, as the engine's store or as a model of it. */
public interface StoreUnderTest {

    List<EntryResult> apply(List<? extends OracleEntry> batch);

    /** The properties of a profile under its literal id, or null. */
    Map<String, Object> profile(OracleId id);

    long count();

    /** What the last batch said for people, in its order; nothing if the store says nothing. */
    default List<String> told() {
        return List.of();
    }

    /**
     * {@code alias} is the answer to an alias entry; otherwise null. {@code rejection} is a rule name and {@code field}
     * what it is reported at, or both are null.
     */
    record EntryResult(List<OracleOutcome> outcomes, String rejection, String field, String alias) {}
}
