package io.github.profileengine.identity;

/** The result of a request to make one id an alias of another. */
public enum AliasResult {
    /** The alias is mapped now. */
    MAPPED,
    /** The alias was mapped to this id already. */
    UNCHANGED,
    /** Nothing changed: the alias is mapped to another id, or it would lead to itself. */
    REFUSED
}
