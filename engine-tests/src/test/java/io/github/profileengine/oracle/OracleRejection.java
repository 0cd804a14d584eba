package io.github.profileengine.oracle;

/** A record that fails: the rule of SEMANTICS section 7 that it breaks and the field it is reported at. */
public final class OracleRejection extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String field;

    public OracleRejection(String rule, String field) {
        super(rule + " at " + field, null, false, false);
        this.rule = rule;
        this.field = field;
    }

    public String rule() {
        return rule;
    }

    public String field() {
        return field;
    }
}
