package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.value.CanonicalText;
import io.github.profileengine.wire.JsonText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** {@code /openapi.json}: the description of every route of the double, with the paths of this double. */
final class DescriptionResource {
    private final String description;

    DescriptionResource(String prefix) {
        Map<String, @Nullable Object> document = object(JsonText.read(Resources.description()));
        Map<String, @Nullable Object> paths = new TreeMap<>();
        object(document.get("paths"))
                .forEach((path, item) -> paths.put(path.startsWith(Admin.ROOT) ? path : prefix + path, item));
        Map<String, @Nullable Object> here = new TreeMap<>(document);
        here.put("paths", paths);
        description = CanonicalText.of(here);
    }

    void addTo(AdminRoutes routes) {
        routes.add("GET", "/openapi.json", List.of(), request -> WireAnswer.json(200, description));
    }

    @SuppressWarnings("unchecked") // names in JSON are strings
    private static Map<String, @Nullable Object> object(@Nullable Object value) {
        if (value instanceof Map) {
            return (Map<String, @Nullable Object>) value;
        }
        throw new IllegalStateException("the description is broken");
    }
}
