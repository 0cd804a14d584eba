package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.WireRequest;
import io.github.profileengine.testdouble.journal.Bytes;
import io.github.profileengine.wire.InvalidJsonException;
import io.github.profileengine.wire.JsonText;
import io.github.profileengine.wire.ReaderOptions;
import io.github.profileengine.wire.request.RequestParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A request as an admin route sees it: with only what that route knows.
 *
 * @param arguments the decoded path segments, by the names that stand in braces in the path of the route
 * @param parameters the parameters of the query
 * @param request the request itself
 */
record AdminRequest(Map<String, String> arguments, RequestParameters parameters, WireRequest request) {

    /** The body; empty if there is none. */
    Bytes body() {
        return request.journaled().body();
    }

    /** The first value of a header. */
    Optional<String> header(String name) {
        return request.header(name);
    }

    /** The path segment for a name in braces. */
    String argument(String name) {
        String value = arguments.get(name);
        assert value != null : "no {" + name + "} in the path";
        return value;
    }

    /** A parameter, which may be the empty string. */
    Optional<String> parameter(String name) {
        return parameters.first(name);
    }

    /** A parameter that must not be the empty string if it is present. */
    Optional<String> text(String name) {
        Optional<String> value = parameter(name);
        if (value.filter(String::isEmpty).isPresent()) {
            throw AdminRefusalException.bad(name + ", empty");
        }
        return value;
    }

    /** A parameter that must be an integer from {@code least} to {@code most}. */
    Optional<Long> number(String name, long least, long most) {
        return text(name).map(text -> number(name, text, least, most));
    }

    private static long number(String name, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the exception below, which also covers a number out of range.
        }
        throw AdminRefusalException.bad(name + ", not an integer from " + least + " to " + most + ": " + text);
    }

    /** A parameter that must be one of a few values; the first of them is the default. */
    String choice(String name, String... values) {
        String value = text(name).orElse(values[0]);
        for (String known : values) {
            if (known.equals(value)) {
                return value;
            }
        }
        throw AdminRefusalException.bad(name + ", not one of " + String.join(", ", values) + ": " + value);
    }

    /** The members of the body, which must be a JSON object with no members but these. */
    Map<String, @Nullable Object> members(String... known) {
        if (!(json() instanceof Map<?, ?> object)) {
            throw AdminRefusalException.bad("body, not a JSON object");
        }
        TreeSet<String> names = new TreeSet<>(List.of(known));
        Map<String, @Nullable Object> members = new TreeMap<>();
        object.forEach((name, value) -> {
            if (!names.contains(name)) {
                throw AdminRefusalException.unknown("member of the body", String.valueOf(name), names);
            }
            members.put(String.valueOf(name), value);
        });
        return members;
    }

    private @Nullable Object json() {
        try {
            return JsonText.read(body().toArray(), ReaderOptions.defaults());
        } catch (InvalidJsonException e) {
            throw AdminRefusalException.noJson(e);
        }
    }
}
