package io.github.profileengine.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.profile.Profile;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModuleTest {
    private static final Module ENGINE = Profile.class.getModule();

    @Test
    void consumer_onModulePath_isNamed() {
        assertThat(ModuleTest.class.getModule().getName()).isEqualTo("io.github.profileengine.consumer");
        assertThat(ENGINE.getName()).isEqualTo("io.github.profileengine");
    }

    @Test
    void engine_exports_elevenPackagesToEveryone() {
        assertThat(ENGINE.getDescriptor().exports()).noneMatch(Exports::isQualified);
        assertThat(ENGINE.getDescriptor().exports().stream()
                        .map(export -> export.source().replace("io.github.profileengine.", ""))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "diff",
                        "feed",
                        "identity",
                        "location",
                        "log",
                        "operation",
                        "profile",
                        "reducer",
                        "snapshot",
                        "store",
                        "value");
    }

    @Test
    void engine_opens_nothing() {
        assertThat(ENGINE.getDescriptor().isOpen()).isFalse();
        assertThat(ENGINE.getDescriptor().opens()).isEmpty();
    }

    @Test
    void engine_requires_eclipseCollectionsOnlyAtRunTime() {
        assertThat(ENGINE.getDescriptor().requires().stream()
                        .filter(require -> !require.modifiers().contains(Requires.Modifier.STATIC))
                        .map(Requires::name)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("java.base", "org.eclipse.collections.api", "org.eclipse.collections.impl");
    }
}
