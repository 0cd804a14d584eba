package io.github.profileengine.wire.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a query string, a form or both, in the order in which they came. Names and values are
 * percent-encoded UTF-8 with {@code +} for a space; a {@code %} that begins no escape stands for itself. Immutable.
 */
public final class RequestParameters {
    /** No parameters. */
    public static final RequestParameters NONE = new RequestParameters(List.of());

    private static final class Parameter {
        private final String name;
        private final byte[] value;

        private Parameter(String name, byte[] value) {
            this.name = name;
            this.value = value;
        }
    }

    private final List<Parameter> parameters;

    private RequestParameters(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /** Reads the parameters of a raw query string; there are none if it is null. */
    public static RequestParameters ofQuery(@Nullable String rawQuery) {
        return rawQuery == null ? NONE : ofForm(rawQuery.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads the parameters of a form, {@code application/x-www-form-urlencoded}. */
    public static RequestParameters ofForm(byte[] form) {
        List<Parameter> found = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= form.length; at++) {
            if (at == form.length || form[at] == '&') {
                add(form, start, at, found);
                start = at + 1;
            }
        }
        return new RequestParameters(List.copyOf(found));
    }

    /**
     * Whether a form has more than {@code most} parts between {@code &}, empty parts included. Does not decode the
     * form.
     */
    public static boolean isOver(byte[] form, int most) {
        int count = 1;
        for (byte character : form) {
            count += character == '&' ? 1 : 0;
        }
        return count > most;
    }

    private static void add(byte[] form, int start, int end, List<Parameter> found) {
        if (start == end) {
            return;
        }
        int equals = start;
        while (equals < end && form[equals] != '=') {
            equals++;
        }
        found.add(new Parameter(
                new String(decoded(form, start, equals), StandardCharsets.UTF_8),
                decoded(form, Math.min(equals + 1, end), end)));
    }

    private static byte[] decoded(byte[] form, int start, int end) {
        byte[] value = new byte[end - start];
        int length = 0;
        for (int at = start; at < end; at++) {
            int escaped = escaped(form, at, end);
            if (escaped >= 0) {
                value[length++] = (byte) escaped;
                at += 2;
            } else {
                value[length++] = form[at] == '+' ? (byte) ' ' : form[at];
            }
        }
        return length == value.length ? value : Arrays.copyOf(value, length);
    }

    /** The byte that the escape at index {@code at} denotes; negative if there is no complete escape. */
    private static int escaped(byte[] form, int at, int end) {
        if (form[at] != '%' || at + 2 >= end) {
            return -1;
        }
        int high = Character.digit(form[at + 1], 16);
        int low = Character.digit(form[at + 2], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** Parameters that were not percent-encoded: the values belong to the names in the same order. */
    static RequestParameters ofPlain(List<String> names, List<byte[]> values) {
        List<Parameter> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            all.add(new Parameter(names.get(i), values.get(i)));
        }
        return new RequestParameters(List.copyOf(all));
    }

    /** These parameters followed by {@code others}: if both hold a name, the value of these comes first. */
    public RequestParameters and(RequestParameters others) {
        List<Parameter> all = new ArrayList<>(parameters);
        all.addAll(others.parameters);
        return new RequestParameters(List.copyOf(all));
    }

    /** The first value of a name as text; bytes that are not UTF-8 become U+FFFD. */
    public Optional<String> first(String name) {
        return bytes(name).map(value -> new String(value, StandardCharsets.UTF_8));
    }

    /** The exact bytes of the first value of a name. */
    public Optional<byte[]> bytes(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name.equals(name)) {
                return Optional.of(parameter.value.clone());
            }
        }
        return Optional.empty();
    }

    /** Whether the first value of a name is {@code 1} or {@code true}. */
    public boolean isOn(String name) {
        return first(name)
                .filter(value -> value.equals("1") || value.equals("true"))
                .isPresent();
    }

    /** The names in the order in which they first came, each once. */
    public List<String> names() {
        return parameters.stream().map(parameter -> parameter.name).distinct().toList();
    }

    /** The first name that came again, with whatever value; empty if every name came only once. */
    public Optional<String> repeated() {
        Set<String> seen = new HashSet<>();
        return parameters.stream()
                .map(parameter -> parameter.name)
                .filter(name -> !seen.add(name))
                .findFirst();
    }
}
