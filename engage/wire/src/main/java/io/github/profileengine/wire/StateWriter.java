package io.github.profileengine.wire;

import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.snapshot.StateHash;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/**
 * Writes whole states as NDJSON that {@link StateReader} reads. Equal states give equal bytes.
 *
 * <pre>{@code
 * {"$state":"profile-engine","version":1}
 * {"$token":"shop","$alias":"anon-7","$distinct_id":"ada"}
 * {"$token":"shop","$distinct_id":"ada","$properties":{"plan":"pro"}}
 * {"$end":{"aliases":1,"profiles":1,"state_hash":"..."}}
 * {"$sha256":"..."}
 * }</pre>
 *
 * <p>Aliases come first, sorted by token and alias. Profiles follow, sorted by token, users before groups, then by
 * group key and id. The order is that of code points, and every value is canonical text. {@code $sha256} is the SHA-256
 * of all bytes before its line. {@code state_hash} is the sum, modulo 2^256, of the SHA-256 of each alias and profile
 * line without its line feed. Both are hexadecimal in lower case. The file holds no time of writing and nothing else
 * that differs between two runs.
 */
public final class StateWriter {

    static final String ALIASES = "aliases";
    static final String PROFILES = "profiles";

    private StateWriter() {}

    /**
     * Writes a state and flushes {@code out}, which stays open. Keeps only the ids of one project and one line in
     * memory at a time.
     *
     * @return the hash of the state
     */
    public static StateHash write(Snapshot state, OutputStream out) throws IOException {
        SealedOutput lines = new SealedOutput(out);
        lines.line(FileFormat.stateHeader());
        StateHash hash = StateBody.write(state, lines);
        lines.seal(
                Map.of(ALIASES, state.aliasCount(), PROFILES, state.count(), FileFormat.STATE_HASH, hash.toString()));
        return hash;
    }
}
