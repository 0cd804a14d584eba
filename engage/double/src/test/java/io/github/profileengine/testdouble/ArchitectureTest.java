package io.github.profileengine.testdouble;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package of the double may import which, beside the engine and the wire module. */
class ArchitectureTest {
    private static final String ROOT = "io.github.profileengine.testdouble";

    private static final Map<String, Set<String>> IMPORTS = Map.of(
            "journal", Set.of(),
            "tls", Set.of(),
            "expression", Set.of(),
            "exchange", Set.of("journal"),
            "query", Set.of("expression", "exchange", "journal"),
            "http", Set.of("exchange", "journal"),
            "fault", Set.of("exchange", "journal"),
            "ingestion", Set.of("exchange", "fault", "journal"),
            "inspector", Set.of("exchange", "journal"),
            "admin", Set.of("http", "exchange", "fault", "journal", "query", "inspector"));

    private static final JavaClasses DOUBLE = new ClassFileImporter()
            .importUrl(EngageDouble.class.getProtectionDomain().getCodeSource().getLocation());

    @TestFactory
    Stream<DynamicTest> package_importsOnlyWhatLiesBeforeIt() {
        return IMPORTS.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> noClasses()
                                .that()
                                .resideInAPackage(ROOT + "." + name)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(forbidden(name))
                                .check(DOUBLE)));
    }

    private static String[] forbidden(String name) {
        return Stream.concat(
                        Stream.of(ROOT),
                        IMPORTS.keySet().stream()
                                .filter(other -> !other.equals(name)
                                        && !IMPORTS.get(name).contains(other))
                                .map(other -> ROOT + "." + other))
                .toArray(String[]::new);
    }

    @Test
    void packages_haveAPlaceAndNoCycle() {
        assertThat(DOUBLE.contain(EngageDouble.class)).isTrue();
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(DOUBLE);
        classes()
                .should()
                .resideInAnyPackage(
                        Stream.concat(Stream.of(ROOT), IMPORTS.keySet().stream().map(name -> ROOT + "." + name))
                                .toArray(String[]::new))
                .check(DOUBLE);
    }

    @Test
    void jdkServer_isKnownToOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".http")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.net.httpserver..")
                .check(DOUBLE);
    }
}
