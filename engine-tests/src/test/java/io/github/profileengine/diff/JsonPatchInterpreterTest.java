package io.github.profileengine.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.profileengine.oracle.OracleJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The interpreter against the examples of RFC 6902, appendix A, so that others can be tested against it. */
class JsonPatchInterpreterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "A.1 |{'foo':'bar'}|[{'op':'add','path':'/baz','value':'qux'}]|{'baz':'qux','foo':'bar'}",
                "A.2 |{'foo':['bar','baz']}|[{'op':'add','path':'/foo/1','value':'qux'}]|{'foo':['bar','qux','baz']}",
                "A.3 |{'baz':'qux','foo':'bar'}|[{'op':'remove','path':'/baz'}]|{'foo':'bar'}",
                "A.4 |{'foo':['bar','qux','baz']}|[{'op':'remove','path':'/foo/1'}]|{'foo':['bar','baz']}",
                "A.5 |{'baz':'qux','foo':'bar'}|[{'op':'replace','path':'/baz','value':'boo'}]"
                        + "|{'baz':'boo','foo':'bar'}",
                "A.10|{'foo':'bar'}|[{'op':'add','path':'/child','value':{'grandchild':{}}}]"
                        + "|{'foo':'bar','child':{'grandchild':{}}}",
                "A.14|{'/':9,'~1':10}|[{'op':'replace','path':'/~01','value':11}]|{'/':9,'~1':11}",
                "A.16|{'foo':['bar']}|[{'op':'add','path':'/foo/-','value':['abc','def']}]"
                        + "|{'foo':['bar',['abc','def']]}",
                "root|{'foo':'bar'}|[{'op':'replace','path':'','value':null}]|null",
                "none|{'foo':'bar'}|[]|{'foo':'bar'}",
                "list|[1,2]|[{'op':'replace','path':'/1','value':3}]|[1,3]"
            })
    void patched_exampleOfTheStandard_givesItsResult(String name, String document, String patch, String result) {
        Object before = value(document);
        assertThat(JsonPatchInterpreter.patched(before, json(patch))).as(name).isEqualTo(value(result));
        assertThat(before).isEqualTo(value(document));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "A.12|{'foo':'bar'}|[{'op':'add','path':'/baz/bat','value':'qux'}]",
                "lack|{'foo':'bar'}|[{'op':'remove','path':'/baz'}]",
                "lack|{'foo':'bar'}|[{'op':'replace','path':'/baz','value':1}]",
                "word|{'foo':'bar'}|[{'op':'put','path':'/foo','value':1}]",
                "bare|{'foo':'bar'}|[{'op':'replace','path':'foo','value':1}]",
                "less|{'foo':'bar'}|[{'op':'replace','path':'/foo'}]",
                "more|{'foo':'bar'}|[{'op':'remove','path':'/foo','value':1}]",
                "mark|{'~2':'bar'}|[{'op':'remove','path':'/~2'}]",
                "root|{'foo':'bar'}|[{'op':'remove','path':''}]",
                "past|{'foo':[]}|[{'op':'remove','path':'/foo/0'}]",
                "text|{'foo':'bar'}|[{'op':'add','path':'/foo/0','value':1}]"
            })
    void patched_whatTheStandardCallsAnError_isRefused(String name, String document, String patch) {
        assertThatIllegalArgumentException()
                .as(name)
                .isThrownBy(() -> JsonPatchInterpreter.patched(value(document), json(patch)));
    }

    @Test
    void patched_severalOperations_applyInOrder() {
        String patch = json("[{'op':'add','path':'/a','value':1},{'op':'replace','path':'/a','value':2}]");
        assertThat(JsonPatchInterpreter.patched(value("{}"), patch)).isEqualTo(value("{'a':2}"));
    }

    private static Object value(String text) {
        return OracleJson.value(json(text));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
