package io.github.profileengine.diff;

import io.github.profileengine.representation.CanonicalWriter;
import java.util.List;

/** Writes a difference as JSON Patch, as {@link ProfileDiff#jsonPatch} describes. */
final class JsonPatch {
    private static final String WHOLE_DOCUMENT = "";

    private JsonPatch() {}

    static String of(ProfileDiff diff) {
        StringBuilder out = new StringBuilder("[");
        switch (diff.kind()) {
            case ADDED -> {
                startValue(out, "replace", WHOLE_DOCUMENT);
                appendProperties(out, diff.changes());
                out.append('}');
            }
            case REMOVED -> {
                startValue(out, "replace", WHOLE_DOCUMENT);
                out.append("null}");
            }
            case CHANGED, EQUAL -> appendOperations(out, diff.changes());
        }
        return out.append(']').toString();
    }

    private static void appendProperties(StringBuilder out, List<PropertyChange> added) {
        out.append('{');
        for (int at = 0; at < added.size(); at++) {
            CanonicalWriter.appendName(out, at, added.get(at).name());
            CanonicalWriter.append(out, added.get(at).after());
        }
        out.append('}');
    }

    private static void appendOperations(StringBuilder out, List<PropertyChange> changes) {
        for (int at = 0; at < changes.size(); at++) {
            if (at > 0) {
                out.append(',');
            }
            append(out, changes.get(at));
        }
    }

    private static void append(StringBuilder out, PropertyChange change) {
        String path = pointer(change.name());
        switch (change.kind()) {
            case ADDED -> startValue(out, "add", path);
            case CHANGED -> startValue(out, "replace", path);
            case REMOVED -> {
                start(out, "remove", path);
                out.append('}');
                return;
            }
        }
        CanonicalWriter.append(out, change.after());
        out.append('}');
    }

    private static void start(StringBuilder out, String op, String path) {
        out.append("{\"op\":\"").append(op).append("\",\"path\":");
        CanonicalWriter.appendText(out, path);
    }

    private static void startValue(StringBuilder out, String op, String path) {
        start(out, op, path);
        out.append(",\"value\":");
    }

    /** The JSON Pointer (RFC 6901) to a property. */
    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
