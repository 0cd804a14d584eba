package io.github.profileengine.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A deliberately wrong subject, what is wrong with it, and the law that must notice it. Its key is the law, a colon,
 * and the mistake, as in {@code "m3: groups are aliased too"}. {@link LawCheck} checks that the law does notice it.
 */
public record Wrong<S>(String law, String mistake, S subject) {

    static <S> Wrong<S> of(String lawAndMistake, S subject) {
        String[] parts = lawAndMistake.split(": ", 2);
        return new Wrong<>(parts[0], parts[1], subject);
    }

    /** Wrong subjects by their keys. */
    public static <S> List<Wrong<S>> all(Map<String, S> subjects) {
        List<Wrong<S>> all = new ArrayList<>();
        subjects.forEach((key, subject) -> all.add(of(key, subject)));
        return all;
    }
}
