package io.github.profileengine.testdouble.query;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.value.CanonicalText;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes a page of profiles as the documented answer, in canonical text. */
final class ResultWriter {
    private static final int OK = 200;

    private final @Nullable List<String> names;

    /**
     * Creates a writer.
     *
     * @param names the names of the properties to write; null for all
     */
    ResultWriter(@Nullable List<String> names) {
        this.names = names == null ? null : inOrder(names);
    }

    /** The names of the properties to write; empty for all. */
    List<String> names() {
        return names == null ? List.of() : names;
    }

    private static List<String> inOrder(List<String> names) {
        TreeSet<String> sorted = new TreeSet<>(CanonicalText::compareNames);
        sorted.addAll(names);
        return List.copyOf(sorted);
    }

    QueryAnswer answer(QuerySession session, int page, List<Profile> profiles) {
        StringBuilder out = new StringBuilder();
        out.append("{\"page\":").append(page);
        out.append(",\"page_size\":").append(session.pageSize());
        out.append(",\"results\":[");
        for (int at = 0; at < profiles.size(); at++) {
            out.append(at == 0 ? "" : ",");
            append(out, profiles.get(at));
        }
        out.append("],\"session_id\":");
        CanonicalText.append(out, session.id());
        out.append(",\"status\":\"ok\",\"total\":").append(session.profiles().size());
        return new QueryAnswer(OK, out.append('}').toString());
    }

    private void append(StringBuilder out, Profile profile) {
        out.append("{\"$distinct_id\":");
        CanonicalText.append(out, profile.id().id());
        out.append(",\"$properties\":");
        if (names == null) {
            // Uses the profile's own text, because a profile may nest deeper than a value that is passed in.
            out.append(profile.canonicalText());
        } else {
            appendNamed(out, profile, names);
        }
        out.append('}');
    }

    private static void appendNamed(StringBuilder out, Profile profile, List<String> wanted) {
        String separator = "{";
        for (String name : wanted) {
            if (profile.contains(name)) {
                CanonicalText.append(out.append(separator), name);
                CanonicalText.append(out.append(':'), profile.get(name));
                separator = ",";
            }
        }
        out.append(separator.equals("{") ? "{}" : "}");
    }
}
