package io.github.profileengine.testdouble.query;

import io.github.profileengine.wire.request.RequestParameters;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parameters that define a query. They stay the same from page to page. */
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

    /**
     * The text of the parameter. A blank text counts as absent. Only a blank {@code distinct_id} does not: it is read
     * as an id, and an empty id is refused.
     */
    Optional<String> of(RequestParameters parameters) {
        return parameters.first(word()).filter(text -> this == DISTINCT_ID || !text.isBlank());
    }

    /** The texts of all parameters that are present. */
    static Map<QueryParameter, String> all(RequestParameters parameters) {
        Map<QueryParameter, String> texts = new HashMap<>();
        for (QueryParameter parameter : values()) {
            parameter.of(parameters).ifPresent(text -> texts.put(parameter, text));
        }
        return Map.copyOf(texts);
    }
}
