package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.jvm.ChildJvm;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FullRegistryTest {

    /**
     * A profile that temporarily gains or loses a name returns to the shape that it shares with others. Only names that
     * lie in a record get numbers, because there are not many numbers.
     */
    @Test
    void records_noPlaceForShapes_areAsPlainProfiles_andGoBackToShapesThatAreThere()
            throws IOException, InterruptedException {
        String output = ChildJvm.run(FullRegistry.class, "-ea");
        assertThat(output.lines())
                .containsExactly(
                        "holds names at first: false",
                        "then: true, number of b: 0",
                        "then: false, number of b: 0",
                        "then: true, number of b: 3",
                        "then: false, number of b: 3",
                        "runs: 40");
    }
}
