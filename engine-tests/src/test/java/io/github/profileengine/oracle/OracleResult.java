package io.github.profileengine.oracle;

import java.util.List;
import java.util.Map;

/** The result of one record: the profile after it (null: none), the outcomes, and the rejection or null. */
public record OracleResult(Map<String, Object> after, List<OracleOutcome> outcomes, OracleRejection rejection) {

    public boolean isRejected() {
        return rejection != null;
    }
}
