package io.github.profileengine.reducer;

import io.github.profileengine.operation.Rule;
import io.github.profileengine.representation.CurrentValue;
import io.github.profileengine.representation.Measure;
import io.github.profileengine.representation.Name;
import io.github.profileengine.representation.ProfileEditor;
import io.github.profileengine.representation.StagedChange;
import org.jspecify.annotations.Nullable;

/** Checks the result of an update on a profile against the limits. */
final class LimitRules {
    private final Limits limits;

    LimitRules(Limits limits) {
        this.limits = limits;
    }

    /** The first broken limit in the order of property names; null if none is broken. */
    @Nullable
    Rejection firstBroken(ProfileEditor editor) {
        Name firstName = null;
        Rejection first = null;
        for (int at = 0; at < editor.stagedCount(); at++) {
            StagedChange change = editor.staged(at);
            Name name = change.name();
            Rejection broken = judge(name, change.value());
            boolean isFirst = firstName == null || name.compareTo(firstName) < 0;
            if (broken != null && isFirst && !editor.leadsBack(change)) {
                firstName = name;
                first = broken;
            }
        }
        if (first != null) {
            return first;
        }
        int properties = editor.size();
        if (properties > limits.maxProperties() && properties > editor.sizeBefore()) {
            String problem = "over " + limits.maxProperties() + " of them";
            return Rejection.of(Rule.RECORD_LIMIT_PROPERTIES, "properties", problem);
        }
        return null;
    }

    private @Nullable Rejection judge(Name name, @Nullable Object value) {
        if (value == CurrentValue.ABSENT) {
            return null;
        }
        Measure measure = Measure.ofStaged(value);
        if (measure.bytes() > limits.maxPropertyBytes()) {
            String problem = "over " + limits.maxPropertyBytes() + " bytes of JSON text";
            return Rejection.of(Rule.RECORD_LIMIT_PROPERTY_BYTES, name.text(), problem);
        }
        if (measure.mostKeys() > limits.maxObjectKeys()) {
            String problem = "an object with over " + limits.maxObjectKeys() + " keys";
            return Rejection.of(Rule.RECORD_LIMIT_OBJECT_KEYS, name.text(), problem);
        }
        if (measure.objectDepth() > limits.maxObjectDepth()) {
            String problem = "objects nested over " + limits.maxObjectDepth() + " deep";
            return Rejection.of(Rule.RECORD_LIMIT_OBJECT_DEPTH, name.text(), problem);
        }
        return null;
    }
}
