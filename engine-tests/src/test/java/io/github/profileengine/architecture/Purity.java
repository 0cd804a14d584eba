package io.github.profileengine.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a pure function must not touch: files, networks, clocks, random numbers, and the machine's settings. */
final class Purity {
    private static final String[] PURE = PackageFlow.patterns(
            "representation", "value", "operation", "profile", "diff", "identity", "location", "reducer", "snapshot");

    private static final String[] KEEPING = PackageFlow.patterns("table", "packed", "log");

    private static final String[] OUTSIDE_WORLD = {
        "java.io..",
        "java.nio.file..",
        "java.nio.channels..",
        "java.net..",
        "java.util.logging..",
        "java.sql..",
        "javax.."
    };

    /** Types whose mere use means random numbers, the machine's settings or own threads. */
    private static final Set<String> IMPURE_TYPES = Set.of(
            "java.util.Random",
            "java.util.SplittableRandom",
            "java.util.concurrent.ThreadLocalRandom",
            "java.security.SecureRandom",
            "java.util.Locale",
            "java.util.TimeZone",
            "java.util.Timer",
            "java.lang.Thread",
            "java.lang.ThreadLocal",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.Runtime",
            "java.lang.System$Logger",
            "java.time.Clock",
            "java.time.InstantSource",
            "java.util.concurrent.Executors",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.CompletableFuture");

    /** As {@code Type.method}, whatever the parameters. */
    private static final Set<String> IMPURE_CALLS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.System.getProperties",
            "java.lang.System.lineSeparator",
            "java.lang.System.getLogger",
            "java.lang.System.identityHashCode",
            "java.lang.Boolean.getBoolean",
            "java.lang.Integer.getInteger",
            "java.lang.Long.getLong",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle",
            "java.time.ZoneId.systemDefault",
            "java.nio.charset.Charset.defaultCharset",
            // They format in the language of the machine.
            "java.lang.String.format",
            "java.lang.String.formatted");

    /** They use the language or encoding of the machine if no argument names another. */
    private static final Set<String> IMPURE_WITHOUT_ARGUMENTS =
            Set.of("java.lang.String.toLowerCase", "java.lang.String.toUpperCase", "java.lang.String.getBytes");

    private static final String ONLY_SOURCE_OF_CHANCE = "io.github.profileengine.representation.HashSeed";

    private Purity() {}

    static List<ArchRule> rules() {
        return rules(PURE, IMPURE_TYPES);
    }

    /**
     * Slightly weaker, for packages that keep profiles: they wait for other threads and ask for the number of
     * processors.
     */
    static List<ArchRule> rulesOfKeeping() {
        Set<String> types = new HashSet<>(IMPURE_TYPES);
        types.removeAll(Set.of("java.lang.Thread", "java.lang.Runtime"));
        return rules(KEEPING, types);
    }

    private static List<ArchRule> rules(String[] packages, Set<String> types) {
        return List.of(
                noOutsideWorld(packages), noImpureTypes(packages, types), noImpureCalls(packages), noConsole(packages));
    }

    /**
     * Weaker still, for the store and its feed: they use locks and the clock that they are given, but neither files nor
     * networks nor logs.
     */
    static ArchRule noOutsideWorldInStore() {
        return noOutsideWorld(PackageFlow.patterns("store", "feed"));
    }

    private static ArchRule noOutsideWorld(String[] packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(OUTSIDE_WORLD);
    }

    private static ArchRule noImpureTypes(String[] packages, Set<String> types) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .and()
                .doNotHaveFullyQualifiedName(ONLY_SOURCE_OF_CHANCE)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "bring chance, threads or settings", (JavaClass type) -> types.contains(type.getName())));
    }

    private static ArchRule noImpureCalls(String[] packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .accessTargetWhere(DescribedPredicate.describe("the answer depends on the machine", Purity::isImpure));
    }

    private static ArchRule noConsole(String[] packages) {
        return noClasses()
                .that()
                .resideInAnyPackage(packages)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in");
    }

    private static boolean isImpure(JavaAccess<?> access) {
        String call = access.getTargetOwner().getName() + "." + access.getName();
        boolean withoutArguments = access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().isEmpty();
        return IMPURE_CALLS.contains(call)
                || withoutArguments && IMPURE_WITHOUT_ARGUMENTS.contains(call)
                || call.startsWith("java.time.") && access.getName().equals("now");
    }
}
