package io.github.profileengine.wire.request;

/** Ends the decoding of a request. */
final class RequestFaultException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient RequestFault fault;

    RequestFaultException(RequestFault fault) {
        super(fault.message(), null, false, false);
        this.fault = fault;
    }

    RequestFault fault() {
        return fault;
    }
}
