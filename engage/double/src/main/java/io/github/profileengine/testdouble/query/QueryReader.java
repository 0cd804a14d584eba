package io.github.profileengine.testdouble.query;

import io.github.profileengine.wire.InvalidJsonException;
import io.github.profileengine.wire.JsonText;
import io.github.profileengine.wire.request.RequestParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of a request. Each method throws {@link InvalidQueryException} for a parameter that it cannot
 * read.
 */
final class QueryReader {
    static final int DEFAULT_PAGE_SIZE = 1_000;
    static final int MAX_PAGE_SIZE = 10_000;

    private static final String EVERY_PROFILE = "true";
    private static final List<String> UNSUPPORTED = List.of("filter_by_cohort", "behaviors");

    private final RequestParameters parameters;

    QueryReader(RequestParameters parameters) {
        this.parameters = parameters;
        for (String name : UNSUPPORTED) {
            if (parameters.first(name).filter(text -> !text.isBlank()).isPresent()) {
                throw new InvalidQueryException(
                        name, "not supported: profiles only are kept, no cohorts and no events");
            }
        }
    }

    ProfileQuery query(String token) {
        String groupKey = QueryParameter.DATA_GROUP_ID.of(parameters).orElse(null);
        return new ProfileQuery(token, groupKey, ids(), condition());
    }

    int page() {
        return number("page", 0, Integer.MAX_VALUE, 0);
    }

    int pageSize() {
        return number(QueryParameter.PAGE_SIZE.word(), 1, MAX_PAGE_SIZE, DEFAULT_PAGE_SIZE);
    }

    private int number(String name, int least, int most, int otherwise) {
        Optional<String> text = parameters.first(name).filter(number -> !number.isBlank());
        if (text.isEmpty()) {
            return otherwise;
        }
        boolean digits = text.get().matches("[0-9]{1,10}");
        long number = digits ? Long.parseLong(text.get()) : -1;
        if (number < least || number > most) {
            throw new InvalidQueryException(name, "must be an integer from " + least + " to " + most);
        }
        return (int) number;
    }

    private Condition condition() {
        Optional<String> where = QueryParameter.WHERE.of(parameters);
        Optional<String> selector = QueryParameter.SELECTOR.of(parameters);
        if (where.isPresent() && selector.isPresent() && !where.equals(selector)) {
            throw new InvalidQueryException("selector", "differs from where, of which it is the old name");
        }
        return where.isEmpty() && selector.isPresent()
                ? Condition.parse(QueryParameter.SELECTOR.word(), selector.get())
                : Condition.parse(QueryParameter.WHERE.word(), where.orElse(EVERY_PROFILE));
    }

    private @Nullable List<String> ids() {
        Optional<String> one = QueryParameter.DISTINCT_ID.of(parameters);
        Optional<String> several = QueryParameter.DISTINCT_IDS.of(parameters);
        if (one.isEmpty() && several.isEmpty()) {
            return null;
        }
        List<String> ids = new ArrayList<>();
        one.ifPresent(id -> ids.add(id(QueryParameter.DISTINCT_ID.word(), id)));
        several.ifPresent(text -> addIds(text, ids));
        return ids;
    }

    private static void addIds(String text, List<String> ids) {
        String name = QueryParameter.DISTINCT_IDS.word();
        List<?> several = list(name, text);
        for (int at = 0; at < several.size(); at++) {
            ids.add(id(name + "[" + at + "]", several.get(at)));
        }
    }

    private static String id(String where, @Nullable Object id) {
        if (id instanceof Long || id instanceof Boolean) {
            return id.toString();
        }
        if (!(id instanceof String text)) {
            throw new InvalidQueryException(where, "must be a text or an integer");
        }
        if (text.isEmpty()) {
            throw new InvalidQueryException(where, "missing or empty");
        }
        return text;
    }

    /** The names of the properties in the answer; null for all. */
    @Nullable
    List<String> outputProperties() {
        Optional<String> text = QueryParameter.OUTPUT_PROPERTIES.of(parameters);
        if (text.isEmpty()) {
            return null;
        }
        List<String> names = new ArrayList<>();
        String parameter = QueryParameter.OUTPUT_PROPERTIES.word();
        for (Object name : list(parameter, text.get())) {
            if (!(name instanceof String property)) {
                throw new InvalidQueryException(parameter + "[" + names.size() + "]", "must be a text");
            }
            names.add(property);
        }
        return names;
    }

    private static List<?> list(String name, String text) {
        try {
            if (JsonText.read(text) instanceof List<?> list) {
                return list;
            }
        } catch (InvalidJsonException e) {
            throw new InvalidQueryException(
                    name,
                    "must be a JSON array: " + String.valueOf(e.getMessage()).replaceFirst("^json, ", ""));
        }
        throw new InvalidQueryException(name, "must be a JSON array");
    }
}
