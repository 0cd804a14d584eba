package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.testdouble.journal.Sdk;
import io.github.profileengine.testdouble.journal.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Selects requests of the journal by the parameters of a request. */
final class JournalFilter implements Predicate<JournalEntry> {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|([\"\\\\/bfnrt]))");
    private static final String SHORT_ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final Optional<String> token;
    private final Optional<String> verdict;
    private final Optional<String> sdk;
    private final Optional<String> rule;
    private final Optional<String> text;

    private JournalFilter(AdminRequest request) {
        token = request.text("token");
        verdict = one(request, "verdict", Stream.of(Verdict.values()).map(Verdict::word));
        sdk = one(request, "sdk", Stream.of(Sdk.values()).map(Sdk::word));
        rule = request.text("rule");
        text = request.text("text").map(JournalFilter::folded);
    }

    /** The filter that the parameters of a request describe. */
    static JournalFilter of(AdminRequest request) {
        return new JournalFilter(request);
    }

    /** The entries that match, in their order. */
    List<JournalEntry> among(List<JournalEntry> entries) {
        boolean all = token.isEmpty() && verdict.isEmpty() && sdk.isEmpty() && rule.isEmpty() && text.isEmpty();
        return all ? entries : entries.stream().filter(this).toList();
    }

    private static Optional<String> one(AdminRequest request, String name, Stream<String> words) {
        return request.text(name).isEmpty()
                ? Optional.empty()
                : Optional.of(request.choice(name, words.toArray(String[]::new)));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean test(JournalEntry entry) {
        return token.filter(its -> !entry.concerns(its)).isEmpty()
                && verdict.filter(its -> !its.equals(Verdict.of(entry).word())).isEmpty()
                && sdk.filter(its -> !its.equals(Sdk.of(entry.request()).word()))
                        .isEmpty()
                && rule.filter(its -> !decided(entry, its)).isEmpty()
                && text.filter(its -> !holds(entry, its)).isEmpty();
    }

    private static boolean decided(JournalEntry entry, String rule) {
        return entry.updates().stream()
                .flatMap(update -> update.outcomes().stream())
                .anyMatch(outcome -> outcome.rule().ruleName().equals(rule));
    }

    private static boolean holds(JournalEntry entry, String part) {
        String fault = entry.fault();
        String payload = folded(entry.payload().text());
        return folded(entry.request().target()).contains(part)
                || payload.contains(part)
                || payload.contains("\\") && folded(unescaped(payload)).contains(part)
                || fault != null && folded(fault).contains(part);
    }

    // Many clients escape characters beyond ASCII, and PHP each slash, but people search for the characters they see.
    private static String unescaped(String payload) {
        return ESCAPE.matcher(payload).replaceAll(escape -> Matcher.quoteReplacement(String.valueOf(unit(escape))));
    }

    private static char unit(MatchResult escape) {
        String hex = escape.group(1);
        return hex == null ? ESCAPED.charAt(SHORT_ESCAPES.indexOf(escape.group(2))) : (char) Integer.parseInt(hex, 16);
    }
}
