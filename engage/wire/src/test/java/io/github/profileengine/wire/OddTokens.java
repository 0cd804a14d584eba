package io.github.profileengine.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Replaces one JSON token of a file by something else and seals the file again, so that only its meaning is odd. */
final class OddTokens {

    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|-?\\d[\\d.e+-]*|true|false|null|\\[\\]|\\{\\}");

    private static final List<String> ODD = List.of(
            "null",
            "true",
            "false",
            "-1",
            "0",
            "1",
            "1.5",
            "1e400",
            "9223372036854775807",
            "9223372036854775808",
            "\"\"",
            "\"x\"",
            "\"\\ud800\"",
            "\"0\"",
            "\"$end\"",
            "\"$time\"",
            "\"2026-01-31\"",
            "[]",
            "[null]",
            "{}",
            "{\"a\":{}}",
            "[".repeat(1_500) + "]".repeat(1_500));

    private OddTokens() {}

    /** A file with one token replaced. */
    static String in(String sealed, Random random) {
        String text = sealed.substring(0, sealed.indexOf("{\"$sha256\""));
        List<MatchResult> tokens = new ArrayList<>(TOKEN.matcher(text).results().toList());
        MatchResult token = tokens.get(random.nextInt(tokens.size()));
        String odd = ODD.get(random.nextInt(ODD.size()));
        String changed = text.substring(0, token.start()) + odd + text.substring(token.end());
        return SealedTexts.sealed(changed.substring(0, changed.length() - 1));
    }
}
