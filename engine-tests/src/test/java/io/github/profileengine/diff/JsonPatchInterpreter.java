package io.github.profileengine.diff;

import io.github.profileengine.laws.RandomValues;
import io.github.profileengine.oracle.OracleJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Applies a JSON Patch (RFC 6902) to plain maps and lists. Supports the operations add, replace and remove, at any JSON
 * Pointer (RFC 6901). Shares no code with the engine. Throws {@link IllegalArgumentException} where the standard speaks
 * of an error.
 */
final class JsonPatchInterpreter {
    private JsonPatchInterpreter() {}

    /** The document that a patch leads to. The given document stays as it is. */
    static Object patched(Object document, String patch) {
        Object result = RandomValues.fresh(document);
        for (Object operation : (List<?>) OracleJson.value(patch)) {
            result = patched(result, (Map<?, ?>) operation);
        }
        return result;
    }

    private static Object patched(Object document, Map<?, ?> operation) {
        String op = (String) operation.get("op");
        Set<String> members = op.equals("remove") ? Set.of("op", "path") : Set.of("op", "path", "value");
        check(operation.keySet().equals(members), "the members of " + op);
        String path = (String) operation.get("path");
        if (path.isEmpty()) {
            check(!op.equals("remove"), "something to stay");
            return operation.get("value");
        }
        check(path.startsWith("/"), "a pointer");
        List<String> tokens = Stream.of(path.substring(1).split("/", -1))
                .map(JsonPatchInterpreter::unescaped)
                .toList();
        Object parent = document;
        for (String token : tokens.subList(0, tokens.size() - 1)) {
            parent = child(parent, token);
        }
        String last = tokens.get(tokens.size() - 1);
        if (parent instanceof Map<?, ?>) {
            inObject(object(parent), op, last, operation.get("value"));
        } else {
            inList(list(parent), op, last, operation.get("value"));
        }
        return document;
    }

    private static String unescaped(String token) {
        check(token.matches("(?s)([^~]|~[01])*"), "an escape");
        return token.replace("~1", "/").replace("~0", "~");
    }

    private static Object child(Object parent, String token) {
        if (parent instanceof Map<?, ?> object) {
            check(object.containsKey(token), "a member " + token);
            return object.get(token);
        }
        return list(parent).get(index(token, list(parent).size() - 1));
    }

    private static void inObject(Map<String, Object> object, String op, String name, Object value) {
        check(op.equals("add") || object.containsKey(name), "a member " + name);
        switch (op) {
            case "add", "replace" -> object.put(name, value);
            case "remove" -> object.remove(name);
            default -> throw new IllegalArgumentException(op);
        }
    }

    private static void inList(List<Object> list, String op, String token, Object value) {
        switch (op) {
            case "add" -> list.add(token.equals("-") ? list.size() : index(token, list.size()), value);
            case "replace" -> list.set(index(token, list.size() - 1), value);
            case "remove" -> list.remove(index(token, list.size() - 1));
            default -> throw new IllegalArgumentException(op);
        }
    }

    private static int index(String token, int last) {
        check(token.matches("0|[1-9][0-9]{0,8}") && Integer.parseInt(token) <= last, "an index up to " + last);
        return Integer.parseInt(token);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        check(value instanceof List, "a list");
        return (List<Object>) value;
    }

    private static void check(boolean fine, String wanted) {
        if (!fine) {
            throw new IllegalArgumentException("wanted " + wanted);
        }
    }
}
