package io.github.profileengine.oracle;

/** The name of a profile; {@code groupKey} is null for a user profile. */
public record OracleId(String token, String groupKey, String id) {

    public static OracleId user(String token, String id) {
        return new OracleId(token, null, id);
    }

    public static OracleId group(String token, String key, String id) {
        return new OracleId(token, key, id);
    }

    public boolean isGroup() {
        return groupKey != null;
    }
}
