package io.github.profileengine.testdouble.http;

import java.util.Set;

/** Who a route is for, and so what it takes. */
public enum RouteKind {
    /** SDKs, in browsers too: any origin may call, and read the answer. */
    INGESTION(Set.of("GET", "HEAD", "POST", "OPTIONS")),
    /** Tools that read profiles: no page of another origin gets to read the answer. */
    READ(Set.of("GET", "HEAD", "POST")),
    /** Those who steer the double: a page of another origin is refused. */
    ADMIN(Set.of("GET", "HEAD", "POST", "PUT", "DELETE")),
    /** People: as those who steer, but a link on a page of another origin may lead here. */
    PAGE(Set.of("GET", "HEAD", "POST", "PUT", "DELETE")),
    /** People who ask for a page, with a browser; for all else there is nothing here. */
    FRONT_DOOR(Set.of("GET", "HEAD"));

    private final Set<String> methods;

    RouteKind(Set<String> methods) {
        this.methods = methods;
    }

    boolean takes(String method) {
        return methods.contains(method);
    }

    /** For the header {@code Allow}. */
    String allowed() {
        return String.join(", ", methods.stream().sorted().toList());
    }
}
