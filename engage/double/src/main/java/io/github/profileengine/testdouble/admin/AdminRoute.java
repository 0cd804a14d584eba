package io.github.profileengine.testdouble.admin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One method on one path. Immutable.
 *
 * @param path the path from {@link Admin#ROOT} on; a segment in braces stands for any one segment
 * @param takesBody whether the route reads the body; if not, a request with a body is refused instead of ignoring it
 * @param parameters the names of the parameters that the query may have
 */
record AdminRoute(String method, String path, boolean takesBody, List<String> parameters, AdminHandler handler) {

    /** The arguments in the path, by their names in braces; empty if the path does not match this route. */
    Optional<Map<String, String>> match(List<String> segments) {
        List<String> form = segments(path);
        if (form.size() != segments.size()) {
            return Optional.empty();
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        for (int at = 0; at < form.size(); at++) {
            String name = form.get(at);
            if (name.startsWith("{")) {
                arguments.put(name.substring(1, name.length() - 1), segments.get(at));
            } else if (!name.equals(segments.get(at))) {
                return Optional.empty();
            }
        }
        return Optional.of(arguments);
    }

    /** The decoded segments of a path below {@link Admin#ROOT}; for the root itself, one empty segment. */
    static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        String below = path.equals(Admin.ROOT) ? "" : path.substring(Admin.ROOT.length() + 1);
        for (String segment : below.split("/", -1)) {
            segments.add(decoded(segment));
        }
        return segments;
    }

    private static String decoded(String segment) {
        try {
            // In a path, a plus sign does not stand for a space.
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw AdminRefusalException.bad("path, a broken escape in " + segment);
        }
    }
}
