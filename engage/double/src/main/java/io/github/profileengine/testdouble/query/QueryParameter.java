package io.github.profileengine.testdouble.query;

import io.github.profileengine.wire.request.RequestParameters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parameters that say what is asked for; they stay the same from page to page. */
enum QueryParameter {
    DISTINCT_ID,
    DISTINCT_IDS,
    DATA_GROUP_ID,
    WHERE,
    SELECTOR,
    OUTPUT_PROPERTIES,
    PAGE_SIZE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The parameter's text; absent also where it is empty, except that no id is asked for by an empty text. */
    Optional<String> of(RequestParameters parameters) {
        return parameters.first(word()).filter(text -> this == DISTINCT_ID || !text.isBlank());
    }

    /** The texts of those that are there. */
    static Map<QueryParameter, String> all(RequestParameters parameters) {
        Map<QueryParameter, String> texts = new HashMap<>();
        for (QueryParameter parameter : values()) {
            parameter.of(parameters).ifPresent(text -> texts.put(parameter, text));
        }
        return Map.copyOf(texts);
    }
}
