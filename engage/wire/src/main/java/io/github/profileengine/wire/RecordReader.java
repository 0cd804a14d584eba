package io.github.profileengine.wire;

import io.github.profileengine.operation.Operator;
import io.github.profileengine.operation.Rule;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads records from a token stream. A record with a bad number or string is skipped to its end, so that the next
 * record can be read. A record that exceeds the bound on nesting or on the length of a number throws
 * {@link BoundExceededException}.
 *
 * <p>Not thread-safe.
 */
final class RecordReader implements ElementReader<DecodedRecord> {

    private final ValueReader values;
    private final RecordJudge judge;
    private final RecordFields fields = new RecordFields();

    RecordReader(ReaderOptions options) {
        this.values = new ValueReader(options);
        this.judge = new RecordJudge(options);
    }

    /** See {@link ValueReader#mayHoldEscapes}; true at first. */
    void mayHoldEscapes(boolean possible) {
        values.mayHoldEscapes(possible);
    }

    @Override
    public DecodedRecord read(JsonParser parser, JsonToken first, long index) {
        if (first != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return notAnObject(index);
        }
        fields.clear();
        values.reset();
        values.startRecord();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            field(parser, parser.currentName());
            Rule problem = values.problem();
            if (problem != null) {
                values.skipToEnd(parser);
                return rejected(index, problem, describe(problem));
            }
        }
        return judge.judge(index, fields, values.hasRepeatedName());
    }

    private void field(JsonParser parser, String name) {
        values.recordName(name);
        Object meaning = Field.meaning(name);
        JsonToken token = parser.nextToken();
        Object value = values.read(parser, token);
        if (meaning instanceof Operator operator) {
            fields.put(operator, value);
        } else if (meaning instanceof Field field) {
            fields.put(field, value);
        } else if (meaning == null && name.startsWith("$")) {
            fields.putOther(name, token.isStructStart());
        }
    }

    static DecodedRecord notAnObject(long index) {
        return rejected(index, Rule.RECORD_JSON_NOT_OBJECT, "not an object");
    }

    @Override
    public DecodedRecord reject(long index, Rule rule, String problem) {
        return rejected(index, rule, problem);
    }

    /** Describes a {@link ValueReader#problem()} in words. */
    static String describe(Rule problem) {
        return problem == Rule.RECORD_JSON_BAD_NUMBER
                ? "a number beyond the range of a double"
                : "a text with an unpaired surrogate";
    }

    static DecodedRecord malformed(long index, Malformed malformed) {
        return new DecodedRecord.Invalid(index, "json", malformed.message(), Rule.RECORD_JSON_MALFORMED, null, null);
    }

    static DecodedRecord tooMany(long index, int most) {
        return rejected(index, Rule.RECORD_JSON_TOO_LARGE, "a list of over " + most + " records");
    }

    static DecodedRecord rejected(long index, Rule rule, String problem) {
        return new DecodedRecord.Invalid(index, "json", "json, " + problem, rule, null, null);
    }
}
