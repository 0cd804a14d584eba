package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.profileengine.value.CanonicalText;
import io.github.profileengine.wire.JsonText;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** One method on one path, as the API description of the double describes it. */
final class DescribedOperation {
    private final Map<String, Object> document;
    private final String method;
    private final String path;
    private final Map<String, Object> item;
    private final Map<String, Object> operation;

    private DescribedOperation(Map<String, Object> document, String path, String method) {
        this.document = document;
        this.path = path;
        this.method = method;
        this.item = object(object(document.get("paths")).get(path));
        this.operation = object(item.get(method));
    }

    /** All operations of a description. */
    static List<DescribedOperation> all(Map<String, Object> document) {
        List<DescribedOperation> all = new ArrayList<>();
        object(document.get("paths"))
                .forEach((path, item) -> object(item).keySet().stream()
                        .filter(name -> !name.equals("parameters"))
                        .forEach(method -> all.add(new DescribedOperation(document, path, method))));
        return all;
    }

    String method() {
        return method.toUpperCase(Locale.ROOT);
    }

    String path() {
        return path;
    }

    boolean isAdmin() {
        return path.startsWith("/__double/");
    }

    /** The path with its examples filled in. */
    String examplePath() {
        String example = path;
        for (Map<String, Object> parameter : parameters()) {
            if (parameter.get("in").equals("path")) {
                example = example.replace("{" + parameter.get("name") + "}", encoded(parameter.get("example")));
            }
        }
        return example;
    }

    /** A request made of the examples. */
    HttpRequest.Builder request(DoubleClient client) {
        StringJoiner query = new StringJoiner("&");
        for (Map<String, Object> parameter : parameters()) {
            if (parameter.get("in").equals("query") && parameter.containsKey("example")) {
                query.add(parameter.get("name") + "=" + encoded(parameter.get("example")));
            }
        }
        HttpRequest.Builder request = client.request(examplePath() + (query.length() == 0 ? "" : "?" + query));
        return operation.containsKey("requestBody")
                ? withBody(request)
                : request.method(method(), BodyPublishers.noBody());
    }

    private HttpRequest.Builder withBody(HttpRequest.Builder request) {
        Map<String, Object> content =
                object(object(operation.get("requestBody")).get("content"));
        String type = content.keySet().stream()
                .filter(name -> object(content.get(name)).containsKey("example"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no example of a body for " + this));
        Map<String, Object> described = object(content.get(type));
        Object example = described.get("example");
        if (type.equals("application/json")) {
            assertThat(SchemaCheck.problems(example, object(described.get("schema")), schemas()))
                    .as("the example of a body")
                    .isEmpty();
        }
        return request.header("Content-Type", type)
                .method(
                        method(),
                        BodyPublishers.ofString(example instanceof String text ? text : CanonicalText.of(example)));
    }

    private List<Map<String, Object>> parameters() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> owner : List.of(item, operation)) {
            if (owner.get("parameters") instanceof List<?> list) {
                list.forEach(parameter -> all.add(resolved(parameter)));
            }
        }
        return all;
    }

    /** Asserts that an answer has a status, content type and content that are described. */
    void assertDescribes(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        Map<String, Object> described =
                resolved(object(operation.get("responses")).get(String.valueOf(status)));
        String header = response.headers().firstValue("Content-Type").orElseThrow();
        String type = header.replaceFirst(";.*", "");
        Map<String, Object> content = object(described.get("content"));
        assertThat(content).containsKey(type);
        Object value = type.equals("application/json") ? JsonText.read(response.body()) : response.body();
        Map<String, Object> schema = object(object(content.get(type)).get("schema"));
        assertThat(SchemaCheck.problems(value, schema, schemas()))
                .as(response.body())
                .isEmpty();
    }

    private Map<String, Object> schemas() {
        return object(object(document.get("components")).get("schemas"));
    }

    private Map<String, Object> resolved(Object described) {
        Map<String, Object> found = object(described);
        if (found.get("$ref") instanceof String ref) {
            String[] names = ref.split("/");
            return object(
                    object(object(document.get("components")).get(names[2])).get(names[3]));
        }
        return found;
    }

    private static String encoded(Object example) {
        return URLEncoder.encode(String.valueOf(example), StandardCharsets.UTF_8);
    }

    @SuppressWarnings("unchecked") // names in JSON are texts
    private static Map<String, Object> object(Object value) {
        assertThat(value).isInstanceOf(Map.class);
        return (Map<String, Object>) value;
    }

    @Override
    public String toString() {
        return method() + " " + path;
    }
}
