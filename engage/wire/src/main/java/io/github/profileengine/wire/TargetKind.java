package io.github.profileengine.wire;

/** Which profiles the records of an input may speak of. */
public enum TargetKind {
    /** Users and groups: the fields of a record tell. For files and streams. */
    ANY,
    /** Users only, as the endpoint {@code /engage} has it: a field of groups fails the record. */
    USERS,
    /** Groups only, as the endpoint {@code /groups} has it: a record without {@code $group_key} fails. */
    GROUPS
}
