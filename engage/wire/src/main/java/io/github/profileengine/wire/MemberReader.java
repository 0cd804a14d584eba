package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a line that must be an object, member by member. The bound on nesting applies to the value of each member on
 * its own; within {@code $properties}, it applies to each property on its own. Not thread-safe.
 */
final class MemberReader {

    private static final String PROPERTIES = "$properties";

    private final ReaderOptions options;
    private final ValueReader values;
    private final ValueReader properties;
    private final ParserSource parsers;

    MemberReader(ReaderOptions options) {
        // Otherwise one of two values with the same name would be lost silently.
        this.options = options.withStrict(true);
        this.values = new ValueReader(this.options);
        this.properties = ValueReader.ofProperties(this.options);
        this.parsers = new ParserSource(options.maxNesting() + 2);
    }

    LineMembers read(byte[] bytes, int from, int to) throws LineFault {
        int invalid = Utf8Check.firstInvalid(bytes, from, to);
        if (invalid < to) {
            throw new LineFault("invalid UTF-8" + column(bytes, from, invalid));
        }
        boolean mayHoldEscapes = Lines.holdBackslash(bytes, from, to);
        values.mayHoldEscapes(mayHoldEscapes);
        properties.mayHoldEscapes(mayHoldEscapes);
        try {
            return parsers.<LineMembers, LineFault>read(bytes, from, to, this::read);
        } catch (BoundExceededException e) {
            throw new LineFault("nested over " + options.maxNesting() + " levels, or a number of over "
                    + options.maxNumberCharacters() + " characters");
        } catch (JacksonException e) {
            throw malformed(bytes, from, to);
        }
    }

    private LineMembers read(JsonParser parser) throws LineFault {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw new LineFault(first == null ? "a blank line" : "not an object");
        }
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (members.containsKey(name)) {
                throw repeatedName();
            }
            members.put(name, value(parser, name.equals(PROPERTIES) ? properties : values));
        }
        if (parser.nextToken() != null) {
            throw new LineFault("something follows the object");
        }
        return new LineMembers(members);
    }

    private static @Nullable Object value(JsonParser parser, ValueReader reader) throws LineFault {
        reader.reset();
        Object value = reader.read(parser, parser.nextToken());
        if (reader.problem() != null) {
            throw new LineFault(RecordReader.describe(reader.problem()));
        } else if (reader.hasRepeatedName()) {
            throw repeatedName();
        }
        return value;
    }

    private static LineFault repeatedName() {
        return new LineFault(RepeatedNames.DESCRIPTION);
    }

    private static LineFault malformed(byte[] bytes, int from, int to) {
        SyntaxScanner scanner = new SyntaxScanner(indexAfter -> {});
        int at = scanner.scan(bytes, from, to);
        if (scanner.hasFailed() || !scanner.isComplete()) {
            String problem = scanner.hasFailed() ? SyntaxProblem.of(scanner, bytes, to) : SyntaxProblem.atEnd(scanner);
            return new LineFault(problem.replace("the input ends", "the line ends") + column(bytes, from, at));
        }
        int tail = at;
        while (tail < to && SyntaxScanner.isBlank(bytes[tail])) {
            tail++;
        }
        // The grammar is right and nothing follows the object. The only text that the parser can still refuse is a name
        // with an unpaired surrogate.
        return tail < to
                ? new LineFault(SyntaxProblem.trailing(bytes, tail, to) + column(bytes, from, tail))
                : new LineFault(RecordReader.describe(Rule.RECORD_JSON_BAD_TEXT));
    }

    private static String column(byte[] bytes, int from, int at) {
        return " (column " + Lines.column(bytes, from, at) + ")";
    }
}
