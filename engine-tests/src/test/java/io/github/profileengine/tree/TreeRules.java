package io.github.profileengine.tree;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import io.github.profileengine.operation.Operator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The rules about the tree. Each returns the places that break it, or an empty list if there are none. */
final class TreeRules {
    static final int LONGEST_FILE_LINES = 300;
    static final int LONGEST_LINE_COLUMNS = 120;

    private static final String OPERATIONS = "engine/src/main/java/io/github/profileengine/operation/";
    private static final String TESTS = "engine-tests/src/test/java/io/github/profileengine/";
    private static final String VECTORS = "engine-tests/src/test/resources/vectors/";

    private static final Pattern UNWANTED_NAME =
            Pattern.compile("(Abstract|I(?=[A-Z][a-z])).*|.*(Impl|Utils?|Helpers?|Managers?|Base|Data|Info)");
    private static final Pattern TOP_LEVEL_TYPE =
            Pattern.compile("((public|final|abstract|sealed|non-sealed) )*(class|interface|enum|record|@interface) .*");
    // Assembled from halves. Otherwise this file would be the first to break the rule.
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");

    private TreeRules() {}

    static List<String> longFiles(List<SourceFile> tree) {
        return tree.stream()
                .filter(file -> file.isJava() && file.lines().size() > LONGEST_FILE_LINES)
                .map(file -> file.path() + " has " + file.lines().size() + " lines")
                .toList();
    }

    static List<String> longLines(List<SourceFile> tree) {
        return tree.stream()
                .filter(SourceFile::isJava)
                .flatMap(file -> linesWhere(file, line -> line.codePointCount(0, line.length()) > LONGEST_LINE_COLUMNS))
                .toList();
    }

    static List<String> unwantedNames(List<SourceFile> tree) {
        return tree.stream()
                .filter(SourceFile::declaresType)
                .filter(file -> UNWANTED_NAME.matcher(file.stem()).matches())
                .map(SourceFile::path)
                .toList();
    }

    static List<String> filesWithoutTheirOneType(List<SourceFile> tree) {
        return tree.stream()
                .filter(SourceFile::declaresType)
                .filter(file -> file.lines().stream()
                                .filter(line -> TOP_LEVEL_TYPE.matcher(line).matches())
                                .count()
                        != 1)
                .map(SourceFile::path)
                .toList();
    }

    static List<String> unfinishedMarks(List<SourceFile> tree) {
        return tree.stream()
                .flatMap(file ->
                        linesWhere(file, line -> UNFINISHED.matcher(line).find()))
                .toList();
    }

    /** Main packages only: tests share the packages, and the documentation, of the code they test. */
    static List<String> packagesWithoutInfo(List<SourceFile> tree) {
        Map<String, List<SourceFile>> byFolder = tree.stream()
                .filter(file -> file.path().contains("src/main/java/io/") && file.isJava())
                .collect(groupingBy(SourceFile::folder, TreeMap::new, toList()));
        return byFolder.entrySet().stream()
                .filter(entry -> entry.getValue().stream().noneMatch(TreeRules::isMarkedPackageInfo))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Operation, test and vector file of every operator, and no operation beyond the operators. */
    static List<String> incompleteOperators(List<SourceFile> tree) {
        Set<String> paths = tree.stream().map(SourceFile::path).collect(toSet());
        Set<String> due = Stream.of(Operator.values())
                .map(operator -> camelCase(operator.word()))
                .collect(toCollection(TreeSet::new));
        Stream<String> missing = Stream.of(Operator.values())
                .flatMap(operator -> Stream.of(
                        OPERATIONS + camelCase(operator.word()) + "Operation.java",
                        TESTS + "operation/" + camelCase(operator.word()) + "OperationTest.java",
                        VECTORS + operator.word() + ".jsonl"))
                .filter(path -> !paths.contains(path))
                .map(path -> path + " is missing");
        Stream<String> unknown = tree.stream()
                .filter(file ->
                        file.path().startsWith(OPERATIONS) && file.stem().endsWith("Operation"))
                .filter(file -> !file.stem().equals("Operation"))
                .filter(file -> !due.contains(file.stem().replace("Operation", "")))
                .map(file -> file.path() + " belongs to no operator");
        return Stream.concat(missing, unknown).toList();
    }

    private static boolean isMarkedPackageInfo(SourceFile file) {
        return file.stem().equals("package-info")
                && file.lines().contains("@NullMarked")
                && file.lines().get(0).startsWith("/**");
    }

    private static Stream<String> linesWhere(SourceFile file, Predicate<String> condition) {
        return IntStream.range(0, file.lines().size())
                .filter(index -> condition.test(file.lines().get(index)))
                .mapToObj(index -> file.path() + ":" + (index + 1));
    }

    private static String camelCase(String word) {
        return Stream.of(word.split("_", -1))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .reduce("", String::concat);
    }
}
