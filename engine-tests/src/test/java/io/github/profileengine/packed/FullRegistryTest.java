package io.github.profileengine.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FullRegistryTest {

    /**
     * A profile that has a name for a while, or lacks one, goes back to the shape that it shares with others. Numbers
     * go to names that lie in a record, as there are not many of them.
     */
    @Test
    void records_noPlaceForShapes_areAsPlainProfiles_andGoBackToShapesThatAreThere()
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-ea",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        FullRegistry.class.getName()))
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
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
