package io.github.profileengine.packed;

import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.Outcome;

/** The outcomes for a reader that reads twice beside the writer of the second version; for {@link JCStressMeta}. */
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "Both before.")
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "One before, one after.")
@Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "Both after.")
@Outcome(expect = Expect.FORBIDDEN, desc = "Torn, gone or back in time.")
final class NeverOlder {
    private NeverOlder() {}
}
