package io.github.profileengine.wire.request;

import java.util.Optional;

/**
 * A request taken apart: its parameters, its body, and the JSON of its payload or the fault that it has instead.
 * Immutable as long as nobody writes into the arrays, which are handed out as they are.
 */
public final class DecodedRequest {

    private static final byte[] NOTHING = {};

    private final RequestParameters parameters;
    private final byte[] body;
    private final byte[] json;
    private final Optional<RequestFault> fault;

    private DecodedRequest(RequestParameters parameters, byte[] body, byte[] json, Optional<RequestFault> fault) {
        this.parameters = parameters;
        this.body = body;
        this.json = json;
        this.fault = fault;
    }

    static DecodedRequest of(RequestParameters parameters, byte[] body, byte[] json) {
        return new DecodedRequest(parameters, body, json, Optional.empty());
    }

    static DecodedRequest failed(RequestParameters parameters, byte[] body, RequestFault fault) {
        return new DecodedRequest(parameters, body, NOTHING, Optional.of(fault));
    }

    /** Those of the query, then those of a form, as far as they could be read. */
    public RequestParameters parameters() {
        return parameters;
    }

    /** The body after inflating; as it came if it could not be inflated. */
    public byte[] body() {
        return body;
    }

    /** The bytes of the payload, which should be one JSON text and are not checked; empty if there is a fault. */
    public byte[] json() {
        return json;
    }

    /** Why there is no payload. */
    public Optional<RequestFault> fault() {
        return fault;
    }
}
