package io.github.profileengine.store;

import org.junit.jupiter.api.Test;

/** Whether calls from several threads give the results that they would give one after the other, in some order. */
class LinearizabilityTest {
    @Test
    void gate_inAllOrders_isLikeOneAfterTheOther() {
        Lincheck.modelCheck(GateCalls.class, GateCalls.Model.class, 15);
    }

    @Test
    void profileCalls_inAllOrders_areLikeOneAfterTheOther() {
        Lincheck.modelCheck(ProfileCalls.class, EngineModel.class, 3);
    }

    @Test
    void aliasCalls_inAllOrders_areLikeOneAfterTheOther() {
        Lincheck.modelCheck(AliasCalls.class, EngineModel.class, 3);
    }

    @Test
    void cutCalls_inAllOrders_areLikeOneAfterTheOther() {
        Lincheck.modelCheck(CutCalls.class, EngineModel.class, 3);
    }

    @Test
    void gate_onRealThreads_isLikeOneAfterTheOther() {
        Lincheck.stress(GateCalls.class, GateCalls.Model.class);
    }

    @Test
    void profileCalls_onRealThreads_areLikeOneAfterTheOther() {
        Lincheck.stress(ProfileCalls.class, EngineModel.class);
    }

    @Test
    void aliasCalls_onRealThreads_areLikeOneAfterTheOther() {
        Lincheck.stress(AliasCalls.class, EngineModel.class);
    }

    @Test
    void cutCalls_onRealThreads_areLikeOneAfterTheOther() {
        Lincheck.stress(CutCalls.class, EngineModel.class);
    }
}
