package io.github.profileengine.testdouble.admin;

import io.github.profileengine.identity.Alias;
import io.github.profileengine.testdouble.journal.JournalEntry;
import io.github.profileengine.value.CanonicalText;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Finds the projects that exist, and the one that a request means. */
final class ProjectNames {
    private ProjectNames() {}

    /** The project that a request names; if it names none, the only one that exists. */
    static String of(AdminRequest request, Steering steering) {
        return request.text("token").orElseGet(() -> only(steering));
    }

    private static String only(Steering steering) {
        Collection<String> known = withProfiles(steering);
        if (known.size() != 1) {
            throw AdminRefusalException.bad("token, missing: "
                    + (known.isEmpty() ? "there is no project yet" : "there are several projects, so name one"));
        }
        return known.iterator().next();
    }

    private static Set<String> withProfiles(Steering steering) {
        Set<String> known = new TreeSet<>(CanonicalText::compareNames);
        known.addAll(steering.tokens());
        known.addAll(steering.engine().tokens());
        return known;
    }

    /**
     * Every project that is configured, has profiles or aliases, or that a request referred to; in code point order.
     */
    static Set<String> all(Steering steering, Collection<Alias> aliases, Collection<JournalEntry> entries) {
        Set<String> all = withProfiles(steering);
        aliases.forEach(alias -> all.add(alias.token()));
        entries.forEach(entry -> all.addAll(of(entry)));
        return all;
    }

    /** The projects that a request referred to; in code point order. */
    static Set<String> of(JournalEntry entry) {
        Set<String> tokens = new TreeSet<>(CanonicalText::compareNames);
        entry.tokens().forEach(tokens::add);
        return tokens;
    }
}
