package io.github.profileengine.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which package of the engine may import which. */
final class PackageFlow {
    /** Every package of the engine with the ones it may import beside itself. */
    private static final Map<String, Set<String>> IMPORTS = imports();

    private static Map<String, Set<String>> imports() {
        Map<String, Set<String>> imports = new TreeMap<>();
        imports.put("representation", Set.of());
        imports.put("location", Set.of());
        imports.put("identity", Set.of("representation"));
        imports.put("value", Set.of("representation"));
        imports.put("operation", and(imports, "value"));
        imports.put("profile", and(imports, "operation"));
        imports.put("reducer", and(imports, "profile", "location"));
        imports.put("table", and(imports, "reducer"));
        imports.put("packed", and(imports, "table"));
        imports.put("snapshot", and(imports, "table", "identity"));
        imports.put("diff", and(imports, "snapshot"));
        imports.put("log", and(imports, "snapshot"));
        imports.put("feed", and(imports, "reducer"));
        imports.put("store", and(imports, "log", "feed", "packed"));
        return imports;
    }

    /** These packages and all that they may import. */
    private static Set<String> and(Map<String, Set<String>> imports, String... words) {
        return Stream.of(words)
                .flatMap(word -> Stream.concat(Stream.of(word), imports.get(word).stream()))
                .collect(toSet());
    }

    private static final Set<String> MAY_USE_COLLECTIONS = Set.of("identity", "reducer", "store");

    private PackageFlow() {}

    /**
     * Matches a package by its last word, so that the wrong examples of the tests, which live below this package, fall
     * under the same rules.
     */
    static String pattern(String word) {
        return "io.github.profileengine.." + word;
    }

    static String[] patterns(String... words) {
        return Stream.of(words).map(PackageFlow::pattern).toArray(String[]::new);
    }

    /** Also keeps out every library except the named ones: no JSON, no HTTP, no logging framework. */
    static List<ArchRule> oneWay() {
        return IMPORTS.keySet().stream().map(PackageFlow::importsOf).toList();
    }

    static ArchRule noUnknownPackage() {
        return classes()
                .should()
                .resideInAnyPackage(patterns(IMPORTS.keySet().toArray(String[]::new)))
                .because("a package without a place in the flow would escape the rules");
    }

    /** The slices are the packages directly below {@code root}. */
    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule importsOf(String word) {
        Stream<String> own =
                Stream.concat(Stream.of(word), IMPORTS.get(word).stream()).map(PackageFlow::pattern);
        // The empty name is the package of arrays of primitives.
        Stream<String> platform = Stream.of("", "java..", "org.jspecify.annotations");
        Stream<String> collections =
                MAY_USE_COLLECTIONS.contains(word) ? Stream.of("org.eclipse.collections..") : Stream.empty();
        String[] allowed =
                Stream.of(own, platform, collections).flatMap(part -> part).toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(pattern(word))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                // The wrong examples use only some of the packages.
                .allowEmptyShould(true);
    }
}
