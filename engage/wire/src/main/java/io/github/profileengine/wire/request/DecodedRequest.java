package io.github.profileengine.wire.request;

import java.util.Optional;

/**
 * A decoded request: its parameters, its body, and the JSON of its payload or the fault that it has instead. The arrays
 * are not copied; the request is immutable as long as nobody writes into them.
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

    /** The parameters of the query, then those of a form, as far as they could be read. */
    public RequestParameters parameters() {
        return parameters;
    }

    /** The body after inflating, or as received if it could not be inflated. */
    public byte[] body() {
        return body;
    }

    /** The unchecked bytes of the payload, which should be JSON; empty if there is a fault or only parameters. */
    public byte[] json() {
        return json;
    }

    /** Why the request could not be decoded. */
    public Optional<RequestFault> fault() {
        return fault;
    }
}
