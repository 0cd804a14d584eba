package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Converts each element of a text to a record or event, or to a description of its fault. */
interface ElementReader<T> {

    /** Reads the element that begins at the parser's current token. */
    T read(JsonParser parser, JsonToken first, long index);

    /** Describes an element that is no object, exceeds a bound, or breaks a rule for values. */
    T reject(long index, Rule rule, String problem);
}
