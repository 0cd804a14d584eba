package io.github.profileengine.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.operation.Operator;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each rule twice: the project keeps it, and a small invented tree shows that it can be broken. */
class TreeRulesTest {
    private static final String CODE = "engine/src/main/java/io/github/profileengine/operation/";
    private static final List<SourceFile> PROJECT = SourceTree.read();

    @Test
    void project_read_holdsTheOperations() {
        assertThat(PROJECT).extracting(SourceFile::path).contains("pom.xml", CODE + "SetOperation.java");
    }

    @Test
    void files_ofProject_areShort() {
        assertThat(TreeRules.longFiles(PROJECT)).isEmpty();
    }

    @Test
    void longFiles_oneLineTooMany_isFound() {
        SourceFile longest = new SourceFile("Long.java", Collections.nCopies(TreeRules.LONGEST_FILE_LINES, ""));
        SourceFile tooLong = new SourceFile("Longer.java", Collections.nCopies(TreeRules.LONGEST_FILE_LINES + 1, ""));

        assertThat(TreeRules.longFiles(List.of(longest, tooLong))).containsExactly("Longer.java has 301 lines");
    }

    @Test
    void lines_ofProject_areShort() {
        assertThat(TreeRules.longLines(PROJECT)).isEmpty();
    }

    @Test
    void longLines_oneColumnTooMany_isFound() {
        SourceFile file = SourceFile.of("A.java", "x".repeat(120), "x".repeat(121));

        assertThat(TreeRules.longLines(List.of(file))).containsExactly("A.java:2");
    }

    @Test
    void names_ofProject_sayWhatTheTypesAre() {
        assertThat(TreeRules.unwantedNames(PROJECT)).isEmpty();
    }

    @Test
    void unwantedNames_eachKind_isFound() {
        List<SourceFile> wrong = List.of(
                SourceFile.of("a/AbstractStore.java"),
                SourceFile.of("a/StoreImpl.java"),
                SourceFile.of("a/TextUtil.java"),
                SourceFile.of("a/TextUtils.java"),
                SourceFile.of("a/TextHelper.java"),
                SourceFile.of("a/StoreManager.java"),
                SourceFile.of("a/StoreBase.java"),
                SourceFile.of("a/ProfileData.java"),
                SourceFile.of("a/ProfileInfo.java"),
                SourceFile.of("a/IStore.java"));
        List<SourceFile> right = List.of(
                SourceFile.of("a/Identity.java"),
                SourceFile.of("a/package-info.java"),
                SourceFile.of("a/Basement.java"));

        assertThat(TreeRules.unwantedNames(wrong)).hasSameSizeAs(wrong);
        assertThat(TreeRules.unwantedNames(right)).isEmpty();
    }

    @Test
    void files_ofProject_holdOneTypeEach() {
        assertThat(TreeRules.filesWithoutTheirOneType(PROJECT)).isEmpty();
    }

    @Test
    void filesWithoutTheirOneType_secondType_isFound() {
        SourceFile one = SourceFile.of("A.java", "public final class A {", "    record Inner() {}", "}");
        SourceFile two = SourceFile.of("B.java", "public sealed abstract class B {}", "record C() {}");

        assertThat(TreeRules.filesWithoutTheirOneType(List.of(one, two))).containsExactly("B.java");
    }

    @Test
    void project_everywhere_isFinished() {
        assertThat(TreeRules.unfinishedMarks(PROJECT)).isEmpty();
    }

    @Test
    void unfinishedMarks_inComment_isFound() {
        SourceFile file = SourceFile.of("A.java", "// done", "// TO" + "DO later");

        assertThat(TreeRules.unfinishedMarks(List.of(file))).containsExactly("A.java:2");
    }

    @Test
    void packages_ofProject_areDescribed() {
        assertThat(TreeRules.packagesWithoutInfo(PROJECT)).isEmpty();
    }

    @Test
    void packagesWithoutInfo_absentOrUnmarked_isFound() {
        List<SourceFile> tree = List.of(
                SourceFile.of("m/src/main/java/io/a/A.java", "class A {}"),
                SourceFile.of("m/src/main/java/io/b/B.java", "class B {}"),
                SourceFile.of("m/src/main/java/io/b/package-info.java", "/** B. */", "package io.b;"),
                SourceFile.of("m/src/main/java/io/c/package-info.java", "/** C. */", "@NullMarked", "package io.c;"));

        assertThat(TreeRules.packagesWithoutInfo(tree)).containsExactly("m/src/main/java/io/a", "m/src/main/java/io/b");
    }

    @Test
    void operators_ofProject_areComplete() {
        assertThat(TreeRules.incompleteOperators(PROJECT)).isEmpty();
    }

    @Test
    void incompleteOperators_emptyTree_namesThreeFilesOfEach() {
        assertThat(TreeRules.incompleteOperators(List.of()))
                .hasSize(3 * Operator.values().length)
                .contains(
                        CODE + "SetOnceOperation.java is missing",
                        "engine-tests/src/test/java/io/github/profileengine/operation/SetOnceOperationTest.java"
                                + " is missing",
                        "engine-tests/src/test/resources/vectors/set_once.jsonl is missing");
    }

    @Test
    void incompleteOperators_operationWithoutOperator_isFound() {
        SourceFile stray = SourceFile.of(CODE + "PopOperation.java");

        assertThat(TreeRules.incompleteOperators(List.of(stray))).contains(stray.path() + " belongs to no operator");
    }
}
