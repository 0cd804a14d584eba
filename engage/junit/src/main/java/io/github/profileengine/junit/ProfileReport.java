package io.github.profileengine.junit;

import io.github.profileengine.operation.Operation;
import io.github.profileengine.operation.Outcome;
import io.github.profileengine.profile.Profile;
import io.github.profileengine.reducer.Update;
import io.github.profileengine.testdouble.ObservedProfile;
import io.github.profileengine.testdouble.journal.JournaledUpdate;
import io.github.profileengine.value.CanonicalText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the message of a failed assertion: the expectation, the profile, the latest updates and why they did not lead
 * to the expectation.
 */
final class ProfileReport {
    private static final int SHOWN_UPDATES = 8;

    private ProfileReport() {}

    /** The message for an expectation that a profile does not meet. */
    static String of(ProfileExpectation expectation, ObservedProfile profile) {
        return "expected profile " + profile.id() + " " + expectation.text()
                + "\nbut " + String.join("\nand ", expectation.problems().apply(profile))
                + "\n"
                + ReportText.section("the profile:", properties(profile))
                + ReportText.section("why, newest first:", reasons(profile, expectation.properties()))
                + ReportText.section("latest updates, oldest first:", updates(profile))
                + ReportText.lost(profile.lostThrough());
    }

    private static List<String> properties(ObservedProfile observed) {
        Profile profile = observed.profile();
        if (profile == null) {
            return List.of("there is none");
        }
        if (profile.isEmpty()) {
            return List.of("it has no properties");
        }
        List<String> lines = new ArrayList<>();
        profile.properties()
                .forEach((name, value) ->
                        lines.add(ReportText.bounded(CanonicalText.of(name) + ": " + CanonicalText.of(value))));
        return lines;
    }

    private static Set<String> reasons(ObservedProfile profile, Set<String> properties) {
        Set<String> reasons = new LinkedHashSet<>();
        properties.stream().sorted().forEach(name -> reasons.addAll(profile.whyNot(name)));
        if (properties.isEmpty()) {
            List<JournaledUpdate> newestFirst = new ArrayList<>(profile.updates());
            Collections.reverse(newestFirst);
            newestFirst.stream()
                    .map(update -> update.withFault(rejection(update)))
                    .filter(reason -> !reason.isEmpty())
                    .forEach(reasons::add);
        }
        return reasons.stream().map(ReportText::bounded).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String rejection(JournaledUpdate update) {
        return update.isRejected() ? "REJECTED " + update.field() + ": " + update.message() : "";
    }

    private static List<String> updates(ObservedProfile profile) {
        List<JournaledUpdate> updates = profile.updates();
        if (updates.isEmpty()) {
            String which = profile.lostThrough() == 0 ? "no request" : "no request that the journal still holds";
            List<String> lines = new ArrayList<>(List.of(which + " named it"));
            profile.others().stream().map(ReportText::bounded).forEach(lines::add);
            return lines;
        }
        return updates.subList(Math.max(0, updates.size() - SHOWN_UPDATES), updates.size()).stream()
                .map(ProfileReport::update)
                .toList();
    }

    private static String update(JournaledUpdate journaled) {
        Update update = journaled.update();
        String sent = update == null
                ? "an invalid record"
                : update.operations().stream().map(ProfileReport::operation).collect(Collectors.joining(", "));
        return ReportText.bounded(sent) + " -> " + result(journaled);
    }

    private static String operation(Operation operation) {
        return operation.operator().symbol() + " " + CanonicalText.of(operation.operand());
    }

    // What was dropped or held back tells what it would have done.
    private static String result(JournaledUpdate update) {
        String outcomes = update.outcomes().stream().map(ProfileReport::outcome).collect(Collectors.joining("; "));
        return outcomes.isEmpty() && update.disturbance() == null ? "no property named" : update.withFault(outcomes);
    }

    private static String outcome(Outcome outcome) {
        String what = Stream.of(outcome.kind().toString(), outcome.property() == null ? "" : outcome.property())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        boolean explained = outcome.kind().compareTo(Outcome.Kind.UNCHANGED) >= 0;
        return ReportText.bounded(explained ? what + ": " + outcome.explanation() : what);
    }
}
