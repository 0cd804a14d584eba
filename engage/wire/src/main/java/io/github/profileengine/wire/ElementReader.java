package io.github.profileengine.wire;

import io.github.profileengine.operation.Rule;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Makes something of each element of a text: of a record or event, or of its fault. */
interface ElementReader<T> {

    /** What the element that begins with the parser's current token holds. */
    T read(JsonParser parser, JsonToken first, long index);

    /** An element that is no object, or beyond a bound, or holds what no value may hold. */
    T reject(long index, Rule rule, String problem);
}
