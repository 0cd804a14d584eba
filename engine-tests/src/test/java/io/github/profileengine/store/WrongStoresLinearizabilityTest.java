package io.github.profileengine.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.identity.AliasResult;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whether model checking alone notices the mistakes of wrong stores. */
// Under the profile lincheck only: on these stores, which race on arrays, Lincheck 3.7 has crashed the JVM (JDK 17) in
// its SnapshotTracker. WrongStoresTest catches each of them in every run.
@EnabledIfSystemProperty(named = "lincheck.effort", matches = "[2-9]|[1-9][0-9]+")
class WrongStoresLinearizabilityTest {
    private static final int ITERATIONS = 200;

    @Test
    void modelCheck_ofLockThatDoesNotLock_fails() {
        fails(Unlocked.class);
    }

    @Test
    void modelCheck_ofGateThatIsAlwaysOpen_fails() {
        fails(Ungated.class);
    }

    @Test
    void modelCheck_ofGateThatClosersPassTogether_fails() {
        fails(Crowded.class);
    }

    @Test
    void modelCheck_ofReadsFromACache_fails() {
        fails(Cached.class);
    }

    @Test
    void modelCheck_ofProfileTakenAwayToBePutBack_fails() {
        fails(Taking.class);
    }

    @Test
    void modelCheck_ofForkThatSharesTheTable_fails() {
        fails(Shared.class);
    }

    private static void fails(Class<?> calls) {
        assertThatThrownBy(() -> Lincheck.modelCheck(calls, EngineModel.class, ITERATIONS))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("Invalid execution results");
    }

    public static final class Unlocked extends ProfileCalls {
        public Unlocked() {
            super(WrongStore.LOCK_THAT_DOES_NOT_LOCK.parts());
        }
    }

    public static final class Ungated extends EngineCalls {
        public Ungated() {
            super(WrongStore.GATE_THAT_IS_ALWAYS_OPEN.parts());
        }

        @Override
        @Operation
        public void appendToEach(@Param(gen = IntGen.class, conf = "1:3") int value) {
            super.appendToEach(value);
        }

        @Override
        @Operation
        public String snapshot() {
            return super.snapshot();
        }
    }

    public static final class Crowded extends EngineCalls {
        public Crowded() {
            super(WrongStore.GATE_THAT_CLOSERS_PASS_TOGETHER.parts());
        }

        @Override
        @Operation
        public AliasResult alias(
                @Param(gen = IntGen.class, conf = "0:2") int alias, @Param(gen = IntGen.class, conf = "0:2") int id) {
            return super.alias(alias, id);
        }
    }

    public static final class Cached extends ProfileCalls {
        public Cached() {
            super(WrongStore.READS_FROM_A_CACHE.parts());
        }
    }

    public static final class Taking extends ProfileCalls {
        public Taking() {
            super(WrongStore.PROFILE_TAKEN_AWAY_TO_BE_PUT_BACK.parts());
        }
    }

    public static final class Shared extends CutCalls {
        public Shared() {
            super(WrongStore.FORK_THAT_SHARES_THE_TABLE.parts());
        }
    }
}
