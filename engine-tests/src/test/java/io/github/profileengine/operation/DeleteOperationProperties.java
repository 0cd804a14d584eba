package io.github.profileengine.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.laws.RandomUpdates;
import io.github.profileengine.laws.ReducerLaws;
import io.github.profileengine.laws.ReducerUnderTest;
import io.github.profileengine.laws.Scene;
import io.github.profileengine.oracle.OracleEntry;
import io.github.profileengine.oracle.OracleOptions;
import io.github.profileengine.oracle.OracleUpdate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Laws L52 to L55: {@code $delete}. */
public class DeleteOperationProperties extends ReducerLaws {
    @Property
    void l52_toBottom(@ForAll("scenes") Scene s) {
        assertThat(ap(s.p(), delete())).isNull();
        assertThat(outcome(s.p(), delete()))
                .isEqualTo(s.p() == null ? "UNCHANGED delete-absent" : "APPLIED delete-applied");
        assertThat(outcomes(state(s.p()), delete()).get(0).property()).isNull();
    }

    @Property
    void l53_twiceIsOnce(@ForAll("scenes") Scene s) {
        assertThat(ap(s.p(), delete(), delete())).isNull();
    }

    @Property
    void l54_absorbsThePast(@ForAll("histories") List<OracleEntry> history) {
        Object state = null;
        for (OracleEntry entry : history) {
            state = ap(state, (OracleUpdate) entry);
        }
        assertThat(ap(state, delete())).isNull();
    }

    /** Compares with a fresh reducer. A reducer that kept a trace of the profile would heed it on both sides. */
    @Property
    void l55_leavesNoTrace(@ForAll("scenes") Scene s) {
        OracleUpdate any = RandomUpdates.plain(random(s), s.names(), List.of(ID));
        ReducerUnderTest fresh = subject(OracleOptions.PLAIN);
        for (OracleUpdate update : List.of(any, setOnce(s.k(), s.a()))) {
            same(ap(s.p(), delete(), update), fresh.reduce(null, update).after());
        }
    }

    @Property
    void l55_anyOperandDeletes(@ForAll("scenes") Scene s) {
        assertThat(ap(s.p(), update("$delete", s.a()))).isNull();
    }
}
