package io.github.profileengine.wire.request;

/** Ends the reading of an event at its first fault. */
final class EventFaultException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String field;

    EventFaultException(String field, String problem) {
        super(field + ", " + problem, null, false, false);
        this.field = field;
    }

    static EventFaultException missing(String field) {
        return new EventFaultException(field, "missing or empty");
    }

    String field() {
        return field;
    }
}
