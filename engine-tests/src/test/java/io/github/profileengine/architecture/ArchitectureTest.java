package io.github.profileengine.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.profileengine.profile.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule twice: the engine keeps it, and the wrong examples below this package show that it can be broken. */
class ArchitectureTest {
    private static final String WRONG = "io.github.profileengine.architecture.wrong";

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .importUrl(Profile.class.getProtectionDomain().getCodeSource().getLocation());
    private static final JavaClasses EXAMPLES = new ClassFileImporter().importPackages(WRONG);

    @Test
    void engine_imported_holdsItsClassesOnly() {
        assertThat(ENGINE.contain(Profile.class)).isTrue();
        assertThat(ENGINE.contain(ArchitectureTest.class)).isFalse();
    }

    @Test
    void packages_ofEngine_flowOneWay() {
        PackageFlow.oneWay().forEach(rule -> rule.check(ENGINE));
        PackageFlow.noCycles("io.github.profileengine").check(ENGINE);
        PackageFlow.noUnknownPackage().check(ENGINE);
    }

    @Test
    void oneWay_importAgainstTheFlow_isFound() {
        assertThat(failures(PackageFlow.oneWay()))
                .anyMatch(text -> text.contains(".wrong.value.ReachesUp"))
                .anyMatch(text -> text.contains(".wrong.location.HoldsCollection"));
    }

    @Test
    void noCycles_twoPackagesThatImportEachOther_isFound() {
        assertThat(failures(List.of(PackageFlow.noCycles(WRONG)))).anyMatch(text -> text.contains("Cycle detected"));
    }

    @Test
    void noUnknownPackage_packageOutsideTheFlow_isFound() {
        assertThat(failures(List.of(PackageFlow.noUnknownPackage())))
                .anyMatch(text -> text.contains(".wrong.elsewhere.Stray"));
    }

    @Test
    void core_ofEngine_isPure() {
        Purity.rules().forEach(rule -> rule.check(ENGINE));
        Purity.rulesOfKeeping().forEach(rule -> rule.check(ENGINE));
        Purity.noOutsideWorldInStore().check(ENGINE);
    }

    @Test
    void purity_everyImpureExample_isFound() {
        List<String> failures = failures(Purity.rules());

        assertThat(examplesIn("operation.Impure"))
                .hasSizeGreaterThan(10)
                .allSatisfy(example -> assertThat(failures).anyMatch(text -> text.contains(example)));
        assertThat(failures).anyMatch(text -> text.contains(".wrong.snapshot.NamesLanguage"));
    }

    @Test
    void rulesOfKeeping_impureExampleInEachPackage_isFound() {
        assertThat(failures(Purity.rulesOfKeeping()))
                .anyMatch(text -> text.contains(".wrong.table.NamesLanguage"))
                .anyMatch(text -> text.contains(".wrong.packed.KeepsFile"))
                .anyMatch(text -> text.contains(".wrong.log.ReadsClock"))
                .noneMatch(text -> text.contains("Waits"));
    }

    @Test
    void noOutsideWorldInStore_file_isFound() {
        assertThat(failures(List.of(Purity.noOutsideWorldInStore())))
                .anyMatch(text -> text.contains(".wrong.store.KeepsFile"));
    }

    @Test
    void publicFace_ofEngine_hidesWhatIsInside() {
        PublicFace.withoutCollectionsLibrary().check(ENGINE);
        PublicFace.withoutRepresentation().check(ENGINE);
        PublicFace.withoutTables().check(ENGINE);
    }

    @Test
    void withoutCollectionsLibrary_everyWayToShowIt_isFound() {
        List<String> failures = failures(List.of(PublicFace.withoutCollectionsLibrary()));

        assertThat(examplesIn("identity.Shows"))
                .hasSize(4)
                .allSatisfy(example -> assertThat(failures).anyMatch(text -> text.contains(example)));
        assertThat(failures).noneMatch(text -> text.contains("Hides"));
    }

    @Test
    void withoutRepresentation_inResult_isFound() {
        assertThat(failures(List.of(PublicFace.withoutRepresentation())))
                .anyMatch(text -> text.contains(".wrong.store.TellsName"));
    }

    @Test
    void withoutTables_inResult_isFound() {
        assertThat(failures(List.of(PublicFace.withoutTables())))
                .anyMatch(text -> text.contains(".wrong.store.TellsTable"));
    }

    private static List<String> failures(List<ArchRule> rules) {
        return rules.stream()
                .map(rule -> rule.evaluate(EXAMPLES))
                .flatMap(result -> result.getFailureReport().getDetails().stream())
                .toList();
    }

    /** The classes nested in the examples' class of that name. */
    private static List<String> examplesIn(String name) {
        return EXAMPLES.stream()
                .map(JavaClass::getName)
                .filter(example -> example.startsWith(WRONG + "." + name + "$"))
                .toList();
    }
}
