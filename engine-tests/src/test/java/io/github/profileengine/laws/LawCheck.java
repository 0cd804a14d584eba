package io.github.profileengine.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Shows of laws that wrong subjects break them, and right ones do not.
 *
 * @param classes where the laws are
 * @param against gives such a class the subject that its laws judge
 */
public record LawCheck<L, S>(List<Class<? extends L>> classes, BiConsumer<L, S> against) {
    private static final int FEW_TRIES = 10;

    /**
     * For each wrong subject, a test that a law with its key fails. First a few tries of every such law, then more:
     * often only one of many can notice the mistake.
     */
    public Stream<DynamicTest> failures(List<Wrong<S>> wrongs, int tries) {
        return wrongs.stream()
                .map(wrong -> DynamicTest.dynamicTest(wrong.law() + " " + wrong.mistake(), () -> {
                    List<LawRunner<L>> laws = laws().filter(law -> law.keys().anyMatch(wrong.law()::equals))
                            .toList();
                    assertThat(laws).isNotEmpty();
                    assertThat(IntStream.iterate(FEW_TRIES, more -> more <= tries, more -> more * 10))
                            .anyMatch(more -> fails(laws, wrong, more));
                }));
    }

    private boolean fails(List<LawRunner<L>> laws, Wrong<S> wrong, int tries) {
        return laws.stream().anyMatch(law -> failure(law, wrong.subject(), tries) instanceof AssertionError);
    }

    /** For each law, a test that a right subject keeps it. A check that nothing can pass would find every mistake. */
    public Stream<DynamicTest> passes(S right, int tries) {
        return laws().map(law -> DynamicTest.dynamicTest(
                law.name(), () -> assertThat(failure(law, right, tries)).isNull()));
    }

    /** The keys of all laws for which there is no wrong subject. */
    public Set<String> keysWithout(List<Wrong<S>> wrongs) {
        Set<String> keys = laws().flatMap(LawRunner::keys).collect(Collectors.toCollection(TreeSet::new));
        wrongs.forEach(wrong -> keys.remove(wrong.law()));
        return keys;
    }

    private Stream<LawRunner<L>> laws() {
        return classes.stream().flatMap(LawRunner::of);
    }

    private Throwable failure(LawRunner<L> law, S subject, int tries) {
        return law.failure(laws -> against.accept(laws, subject), tries);
    }
}
