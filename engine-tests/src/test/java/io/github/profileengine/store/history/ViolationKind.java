package io.github.profileengine.store.history;

/** In which way a history cannot be explained. */
public enum ViolationKind {
    /** An acknowledged update is in no order of its profile. */
    LOST_UPDATE,
    /** An update was applied twice. */
    REPEATED_UPDATE,
    /** An update of one client was applied before an earlier one of the same client to the same profile. */
    REORDERED_UPDATES,
    /** A profile shows an update of another profile, or one that nobody sent. */
    MISPLACED_UPDATE,
    /** A read shows a part of an update. */
    TORN_READ,
    /** A read shows a list that the profile never had. */
    NO_PREFIX,
    /** A read shows an older profile than the client had seen or been told of. */
    STALE_READ,
    /** A read does not show what the client itself had written. */
    MISSING_OWN_WRITE,
    /** A read shows no profile although there was one all the time. */
    VANISHED_PROFILE,
    /** A snapshot or fork holds a part of a batch, or a batch without an earlier one of the same client. */
    TORN_CUT,
    /** A snapshot or fork lacks a batch acknowledged before it was asked for, or holds one begun after it was there. */
    CUT_OUT_OF_TIME,
    /** A write to one engine shows in another, or in a snapshot taken before. */
    LEAK,
    /** An acknowledged alias stands for nothing. */
    DROPPED_ALIAS,
    /** An update that can be applied was rejected, or an alias that can be mapped refused. */
    REJECTED,
    /** A call threw, or did not end. */
    FAILED
}
