package io.github.profileengine.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import io.github.profileengine.operation.Operation;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.reducer.ReducerSession;
import io.github.profileengine.snapshot.Snapshot;
import java.util.Set;
import java.util.stream.Stream;

/** What callers of the engine can see in signatures. */
final class PublicFace {
    private static final String[] EXPORTED = PackageFlow.patterns(
            "value",
            "operation",
            "profile",
            "identity",
            "location",
            "reducer",
            "snapshot",
            "diff",
            "log",
            "feed",
            "store");

    private static final Set<JavaModifier> VISIBLE = Set.of(JavaModifier.PUBLIC, JavaModifier.PROTECTED);

    private PublicFace() {}

    /** Also in type arguments and supertypes: a caller must never need the library, nor notice when it is replaced. */
    static ArchRule withoutCollectionsLibrary() {
        return exportedTypes().should(haveNoSignatureWith("org.eclipse.collections."));
    }

    /**
     * Callers outside the module cannot name such a type. Four classes are exempt, because they take or return what
     * nobody else can name. The reducer edits profiles and asks operations for their rule through public methods. A
     * store gives its own editor to the reducer's session, and finds a project by the name that an id has of it.
     */
    static ArchRule withoutRepresentation() {
        return exportedTypes()
                .and()
                .areNotAssignableTo(Operation.class)
                .and()
                .areNotAssignableTo(Profile.class)
                .and()
                .areNotAssignableTo(ProfileId.class)
                .and()
                .areNotAssignableTo(ReducerSession.class)
                .should(haveNoSignatureWith(".profileengine.representation."));
    }

    /** The same for the tables of the store. A snapshot is exempt, because it hands its tables on to an engine. */
    static ArchRule withoutTables() {
        return exportedTypes()
                .and()
                .areNotAssignableTo(Snapshot.class)
                .should(haveNoSignatureWith(".profileengine.table."));
    }

    private static GivenClassesConjunction exportedTypes() {
        return classes().that().resideInAnyPackage(EXPORTED).and().arePublic();
    }

    private static ArchCondition<JavaClass> haveNoSignatureWith(String hidden) {
        return new ArchCondition<>("have no public signature with " + hidden) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                signatureTypes(type)
                        .flatMap(part -> part.getAllInvolvedRawTypes().stream())
                        .map(JavaClass::getName)
                        .filter(name -> name.contains(hidden))
                        .distinct()
                        .forEach(name ->
                                events.add(SimpleConditionEvent.violated(type, type.getName() + " shows " + name)));
            }
        };
    }

    private static Stream<JavaType> signatureTypes(JavaClass type) {
        Stream<JavaType> supertypes = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> fields =
                type.getFields().stream().filter(PublicFace::isVisible).map(field -> field.getType());
        Stream<JavaType> codeUnits = type.getCodeUnits().stream()
                .filter(PublicFace::isVisible)
                .flatMap(unit -> Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream()));
        return Stream.of(supertypes, fields, codeUnits).flatMap(part -> part);
    }

    private static boolean isVisible(JavaMember member) {
        return member.getModifiers().stream().anyMatch(VISIBLE::contains);
    }
}
