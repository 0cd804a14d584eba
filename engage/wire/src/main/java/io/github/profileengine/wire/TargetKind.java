package io.github.profileengine.wire;

/** Which kinds of profiles the records of an input may refer to. */
public enum TargetKind {
    /** Users and groups; the fields of each record decide. For files and streams. */
    ANY,
    /** Users only, as on the endpoint {@code /engage}: a record with a group field is rejected. */
    USERS,
    /** Groups only, as on the endpoint {@code /groups}: a record without {@code $group_key} is rejected. */
    GROUPS
}
