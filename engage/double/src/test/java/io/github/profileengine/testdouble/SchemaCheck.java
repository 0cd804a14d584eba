package io.github.profileengine.testdouble;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks values against JSON schemas. Supports what the description of the double uses, and refuses other keywords. */
final class SchemaCheck {
    private static final Set<String> KNOWN = Set.of(
            "$ref",
            "type",
            "oneOf",
            "enum",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "format",
            "contentEncoding",
            "description");

    private final Map<String, Object> schemas;
    private final List<String> problems = new ArrayList<>();

    private SchemaCheck(Map<String, Object> schemas) {
        this.schemas = schemas;
    }

    /** What is wrong with a value; empty if it matches the schema. */
    static List<String> problems(Object value, Map<String, Object> schema, Map<String, Object> schemas) {
        SchemaCheck check = new SchemaCheck(schemas);
        check.check(value, schema, "$");
        return check.problems;
    }

    private void check(Object value, Map<String, Object> schema, String at) {
        schema.keySet().forEach(keyword -> {
            if (!KNOWN.contains(keyword)) {
                throw new IllegalArgumentException("the keyword " + keyword + " is not checked");
            }
        });
        if (schema.get("$ref") instanceof String ref) {
            check(value, object(schemas.get(ref.substring(ref.lastIndexOf('/') + 1))), at);
        }
        if (schema.get("oneOf") instanceof List<?> choices) {
            checkOneOf(value, choices, at);
        }
        checkType(value, schema, at);
        checkBounds(value, schema, at);
        checkText(value, schema, at);
        if (value instanceof Map<?, ?> && schema.get("type") != null) {
            checkMembers(object(value), schema, at);
        }
        if (value instanceof List<?> list && schema.containsKey("items")) {
            for (int index = 0; index < list.size(); index++) {
                check(list.get(index), object(schema.get("items")), at + "[" + index + "]");
            }
        }
    }

    private void checkOneOf(Object value, List<?> choices, String at) {
        List<List<String>> failures = choices.stream()
                .map(choice -> problems(value, object(choice), schemas))
                .toList();
        long fitting = failures.stream().filter(List::isEmpty).count();
        if (fitting != 1) {
            problems.add(at + " fits " + fitting + " of the choices: " + failures);
        }
    }

    private void checkType(Object value, Map<String, Object> schema, String at) {
        Object type = schema.get("type");
        Collection<?> types = type == null ? List.of() : type instanceof List<?> several ? several : List.of(type);
        if (!types.isEmpty() && types.stream().noneMatch(name -> isOf(value, String.valueOf(name)))) {
            problems.add(at + " is no " + types + ": " + value);
        }
        if (schema.get("enum") instanceof List<?> allowed && value != null && !allowed.contains(value)) {
            problems.add(at + " is none of " + allowed + ": " + value);
        }
    }

    private static boolean isOf(Object value, String type) {
        return switch (type) {
            case "null" -> value == null;
            case "boolean" -> value instanceof Boolean;
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Long;
            case "number" -> value instanceof Number;
            case "array" -> value instanceof List;
            case "object" -> value instanceof Map;
            default -> throw new IllegalArgumentException("no type: " + type);
        };
    }

    private void checkBounds(Object value, Map<String, Object> schema, String at) {
        BigDecimal size = value instanceof Number number ? new BigDecimal(number.toString()) : null;
        if (size != null && schema.get("minimum") instanceof Number least && size.doubleValue() < least.doubleValue()) {
            problems.add(at + " is under " + least + ": " + value);
        }
        if (size != null && schema.get("maximum") instanceof Number most && size.doubleValue() > most.doubleValue()) {
            problems.add(at + " is over " + most + ": " + value);
        }
    }

    private void checkText(Object value, Map<String, Object> schema, String at) {
        if (!(value instanceof String text)) {
            return;
        }
        try {
            if ("date-time".equals(schema.get("format"))) {
                Instant.parse(text);
            }
            if ("base64".equals(schema.get("contentEncoding"))) {
                Base64.getDecoder().decode(text);
            }
        } catch (DateTimeParseException | IllegalArgumentException e) {
            problems.add(at + " has not the form it should have: " + text);
        }
        if (schema.get("minLength") instanceof Long least && text.length() < least) {
            problems.add(at + " is shorter than " + least);
        }
        if (schema.get("maxLength") instanceof Long most && text.length() > most) {
            problems.add(at + " is longer than " + most);
        }
    }

    private void checkMembers(Map<String, Object> value, Map<String, Object> schema, String at) {
        Map<String, Object> properties = schema.containsKey("properties") ? object(schema.get("properties")) : Map.of();
        if (schema.get("required") instanceof List<?> required) {
            required.stream()
                    .filter(name -> !value.containsKey(name))
                    .forEach(name -> problems.add(at + " lacks " + name));
        }
        Object others = schema.get("additionalProperties");
        value.forEach((name, member) -> {
            String where = at + "." + name;
            if (properties.containsKey(name)) {
                check(member, object(properties.get(name)), where);
            } else if (Boolean.FALSE.equals(others)) {
                problems.add(where + " is not described");
            } else if (others instanceof Map<?, ?>) {
                check(member, object(others), where);
            }
        });
    }

    @SuppressWarnings("unchecked") // names in JSON are texts
    private static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }
}
