package io.github.profileengine.testdouble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.profileengine.wire.JsonText;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCheckTest {
    private static final Map<String, Object> SCHEMAS = object("{\"Count\":{\"type\":\"integer\",\"minimum\":0}}");
    private static final String POINT = "{\"type\":\"object\",\"properties\":{\"x\":{\"type\":\"integer\"},"
            + "\"y\":{\"type\":[\"integer\",\"null\"]}},\"required\":[\"x\"],\"additionalProperties\":false}";

    @SuppressWarnings("unchecked") // names in JSON are texts
    private static Map<String, Object> object(String json) {
        return (Map<String, Object>) JsonText.read(json);
    }

    private static List<String> problems(String value, String schema) {
        return SchemaCheck.problems(JsonText.read(value), object(schema), SCHEMAS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1|{\"$ref\":\"#/components/schemas/Count\"}|-1",
                "\"a\"|{\"type\":\"string\",\"enum\":[\"a\",\"b\"]}|\"c\"",
                "\"a\"|{\"type\":\"string\",\"minLength\":1}|\"\"",
                "\"a\"|{\"type\":\"string\",\"maxLength\":1}|\"ab\"",
                "5|{\"type\":\"number\",\"maximum\":5}|5.5",
                "1|{\"type\":\"integer\"}|1.5",
                "null|{\"type\":[\"string\",\"null\"]}|true",
                "[1]|{\"type\":\"array\",\"items\":{\"type\":\"integer\"}}|[1,\"a\"]",
                "{\"a\":1}|{\"type\":\"object\",\"additionalProperties\":{\"type\":\"integer\"}}|{\"a\":null}",
                "1|{\"oneOf\":[{\"type\":\"integer\"},{\"type\":\"string\"}]}|true",
                "1|{\"oneOf\":[{\"type\":\"integer\"},{\"enum\":[1.5,2]}]}|2",
                "\"2026-01-31T12:00:00Z\"|{\"type\":\"string\",\"format\":\"date-time\"}|\"noon\"",
                "\"YQ==\"|{\"type\":\"string\",\"contentEncoding\":\"base64\"}|\"?\"",
            })
    void problems_goodAndBadValue_areToldApart(String good, String schema, String bad) {
        assertThat(problems(good, schema)).isEmpty();
        assertThat(problems(bad, schema)).hasSize(1);
    }

    @Test
    void problems_members_areExactlyThoseDescribed() {
        assertThat(problems("{\"x\":1,\"y\":null}", POINT)).isEmpty();
        assertThat(problems("{\"x\":1}", POINT)).isEmpty();
        assertThat(problems("{\"y\":1}", POINT)).containsExactly("$ lacks x");
        assertThat(problems("{\"x\":1,\"z\":1}", POINT)).containsExactly("$.z is not described");
        assertThat(problems("{\"x\":\"1\"}", POINT)).containsExactly("$.x is no [integer]: 1");
    }

    @Test
    void problems_unknownKeyword_isRefused() {
        assertThatThrownBy(() -> problems("1", "{\"multipleOf\":2}")).hasMessageContaining("multipleOf");
    }
}
