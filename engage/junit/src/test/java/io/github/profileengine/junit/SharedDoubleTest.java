package io.github.profileengine.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.testdouble.EngageDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SharedDoubleTest {
    @RegisterExtension
    static final EngageExtension ENGAGE = new EngageExtension();

    /** A double does run, but it is not that of the extension alone. */
    @Test
    void engage_withTheSharedServer_saysWhereToTakeTheDoubleFrom(EngageDouble engage) {
        assertThat(engage.port()).isPositive();
        assertThatThrownBy(ENGAGE::engage)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this extension has no running double of its own: call engage() during its test class,"
                        + " or with the shared server take EngageDouble as a parameter");
    }
}
