package io.github.profileengine.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmTest {
    @TempDir
    private Path home;

    private Path program;

    @BeforeEach
    void setUp() throws IOException {
        program = Files.createFile(Files.createDirectory(home.resolve("bin")).resolve("java"));
    }

    @Test
    void of_programOfAJdk_hasItsVersion() throws IOException {
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"Some Maker\"\nJAVA_VERSION=\"25.0.1\"\nJAVA_RUNTIME_VERSION=\"25.0.1+8\"\n");

        Jvm jvm = Jvm.of(program.toString());

        assertThat(jvm.version()).isEqualTo("25.0.1");
        assertThat(jvm.build()).isEqualTo("Some Maker 25.0.1+8");
        assertThat(jvm.feature()).isEqualTo(25);
        assertThat(jvm.program()).contains(program.toString());
    }

    @Test
    void of_otherProgram_isRefused() throws IOException {
        assertThatThrownBy(() -> Jvm.of(program.toString())).hasMessageContaining("no JDK has the program");

        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"x\"\n");

        assertThatThrownBy(() -> Jvm.of(program.toString())).hasMessageContaining("no JDK has the program");
    }

    @Test
    void current_feature_isOfThisJvm() {
        assertThat(Jvm.current().feature()).isEqualTo(Runtime.version().feature());
        assertThat(Jvm.current().program()).isEmpty();
        assertThat(Jvm.current().build()).contains(System.getProperty("java.runtime.version"));
    }
}
