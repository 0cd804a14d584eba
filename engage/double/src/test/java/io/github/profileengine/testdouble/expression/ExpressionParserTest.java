package io.github.profileengine.testdouble.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "true or false and false           | true or (false and false)",
                "not true or true                  | (not true) or true",
                "not 1 == 2                        | not (1 == 2)",
                "not true and false                | (not true) and false",
                "1 + 2 == 3                        | (1 + 2) == 3",
                "1 in [1] and 2 in [2]             | (1 in [1]) and (2 in [2])",
                "1 + 2 * 3                         | 1 + (2 * 3)",
                "-2 * 3                            | (-2) * 3",
                "-number('2') * 3                  | (-number('2')) * 3",
                "1 - -1                            | 1 - (-1)",
                "'a' not in 'b'                    | not ('a' in 'b')",
                "user['x']                         | properties[\"x\"]",
                "1 not in [ - 1 , 2.50,true,null]  | not 1 in [-1,2.5,true,null]",
                "((true))                          | true",
            })
    void parse_withoutParentheses_bindsAsPython(String loose, String tight) {
        assertThat(ExpressionParser.parse(loose)).isEqualTo(ExpressionParser.parse(tight));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 - 2 - 3            | 1 - (2 - 3)",
                "(true or true) and false | true or true and false",
                "(not true) == true   | not true == true",
                "-(2)                 | -2",
            })
    void parse_otherParentheses_isAnotherTree(String one, String other) {
        assertThat(ExpressionParser.parse(one)).isNotEqualTo(ExpressionParser.parse(other));
    }

    @Test
    void parse_chain_isOneNode() {
        assertThat(ExpressionParser.parse("1 - 2 + 3"))
                .isEqualTo(new ArithmeticChain(
                        new Literal(1L),
                        List.of(
                                new ArithmeticStep(ArithmeticOperator.MINUS, new Literal(2L)),
                                new ArithmeticStep(ArithmeticOperator.PLUS, new Literal(3L)))));
    }

    @Test
    void parse_escapes_areRead() {
        assertThat(ExpressionParser.parse("'\\'\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00\"'"))
                .isEqualTo(new Literal("'\"\\/\b\f\n\r\t\u00e9\ud83d\ude00\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "~~                        | 1  | expected a value but the expression ends",
                "1 +                       | 4  | expected a value but the expression ends",
                "1 + and                   | 5  | expected a value but found and",
                "properties                | 11 | expected \"[\" but the expression ends",
                "properties[name]          | 12 | expected a property's name in quotes but found name",
                "properties[1]             | 12 | expected a property's name in quotes but found 1",
                "properties['a'][1.5]      | 17 | expected a name in quotes or a position but found 1.5",
                "properties['a'            | 15 | expected \"]\" but the expression ends",
                "(1                        | 3  | expected \")\" but the expression ends",
                "1 2                       | 3  | expected an operator or the end but found 2",
                "email == 'x'              | 1  | expected a value but found email",
                "1 = 2                     | 3  | expected an operator or value but found =; equality is \"==\"",
                "true && true              | 6  | expected an operator or value but found &; write \"and\"",
                "!true                     | 1  | expected an operator or value but found !; write \"not\"",
                "1 < 2 < 3                 | 7  | expected \"and\", \"or\" or parentheses, as comparisons do "
                        + "not chain, but found <",
                "1 not 2                   | 7  | expected \"in\" after \"not\" but found 2",
                "floor 1                   | 7  | expected \"(\" but found 1",
                "floor()                   | 7  | expected a value but found )",
                "floor(1, 2)               | 8  | expected \")\" but found ,",
                "[1, 2                     | 6  | expected \",\" or \"]\" but the expression ends",
                "[1 + 2]                   | 4  | expected \",\" or \"]\" but found +",
                "[undefined]               | 2  | expected a number, text, true, false, null or list but found "
                        + "undefined",
                "'abc                      | 1  | expected the closing ' of this text but the expression ends",
                "'a\\x'                    | 3  | expected an escape such as \\\" \\' \\\\ \\n \\t or \\u with "
                        + "four hexadecimal digits",
                "'\\u12'                   | 2  | expected an escape such as \\\" \\' \\\\ \\n \\t or \\u with "
                        + "four hexadecimal digits",
                "'\\ud800'                 | 1  | text with an unpaired surrogate",
                "12abc                     | 1  | expected a number but found 12abc",
                "1e999                     | 1  | expected a number within the range of doubles but found 1e999",
                "datetime('soon')          | 9  | expected a time such as 2024-12-31T23:59:59",
                "datetime('2023-02-29')    | 9  | expected a time such as 2024-12-31T23:59:59",
                "datetime('9999-12-31T23:59:59-01:00') | 9 | expected a time such as 2024-12-31T23:59:59",
                "datetime('0000-01-01T00:00:00+01:00') | 9 | expected a time such as 2024-12-31T23:59:59",
                "true and 5                | 10 | \"and\" takes booleans, but this is a number",
                "'\ud83d\ude00' == §       | 8  | expected an operator or value but found §",
            })
    void parse_noExpression_saysWhereAndWhy(String text, int column, String problem) {
        assertThatThrownBy(() -> ExpressionParser.parse(text))
                .isInstanceOf(InvalidExpressionException.class)
                .hasMessage("column " + column + ": " + problem)
                .extracting(error -> ((InvalidExpressionException) error).column())
                .isEqualTo(column);
    }

    @Test
    void parse_bars_sayWhatToWrite() {
        assertThatThrownBy(() -> ExpressionParser.parse("true || true"))
                .hasMessage("column 6: expected an operator or value but found |; write \"or\"");
    }

    @Test
    void offset_behindPairedSurrogates_countsUnits() {
        InvalidExpressionException error = catchThrowableOfType(
                InvalidExpressionException.class, () -> ExpressionParser.parse("'\ud83d\ude00' ?"));

        assertThat(error.offset()).isEqualTo(5);
        assertThat(error.column()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not ", "-", "floor(", "[", "- not (", "1 + (", "true and (not "})
    void parse_nestedOverTheBound_isRefused(String opening) {
        assertThatThrownBy(() -> ExpressionParser.parse(opening.repeat(5_000)))
                .isInstanceOf(InvalidExpressionException.class)
                .hasMessageContaining(opening.startsWith("- not") ? "expected a value" : "nested over 100 levels");
    }

    @Test
    void parse_nestedUpToTheBound_isRead() {
        String deepest = "(".repeat(100) + "1" + ")".repeat(100);

        assertThat(ExpressionParser.parse(deepest)).isEqualTo(new Literal(1L));
        assertThatThrownBy(() -> ExpressionParser.parse("(" + deepest + ")"))
                .hasMessage("column 101: nested over 100 levels");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {"true and, true", "1 +, 1", "'' +, ''", "properties['a'] == 1 or, true"})
    void value_longChain_needsNoStack(String link, String end) {
        String chain = (link + " ").repeat(3_000) + end;
        Expression expression = ExpressionParser.parse(chain);

        assertThat(ExpressionParser.parse(expression.toString())).isEqualTo(expression);
        assertThat(expression.value(name -> Undefined.UNDEFINED)).isIn(true, 3_001L, "");
    }

    @Test
    void parse_longerThanTheBound_isRefused() {
        String longest = "1" + " ".repeat(ExpressionParser.MAX_LENGTH - 1);

        assertThat(ExpressionParser.parse(longest)).isEqualTo(new Literal(1L));
        assertThatThrownBy(() -> ExpressionParser.parse(longest + " ")).hasMessage("longer than 100000 characters");
    }
}
