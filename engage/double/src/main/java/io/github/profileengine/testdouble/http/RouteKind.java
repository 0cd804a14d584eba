package io.github.profileengine.testdouble.http;

import java.util.Set;

/** Who uses a route. This decides which methods it takes and which origins may call it. */
public enum RouteKind {
    /** SDKs, also in browsers: any origin may call and read the answer. */
    INGESTION(Set.of("GET", "HEAD", "POST", "OPTIONS")),
    /** Tools that read profiles: a page of another origin cannot read the answer. */
    READ(Set.of("GET", "HEAD", "POST")),
    /** Tools that control the double: a page of another origin is refused. */
    ADMIN(Set.of("GET", "HEAD", "POST", "PUT", "DELETE")),
    /** People: like {@link #ADMIN}, but a link on a page of another origin may lead here. */
    PAGE(Set.of("GET", "HEAD", "POST", "PUT", "DELETE")),
    /** Browsers that ask for a page; any other request finds nothing here. */
    FRONT_DOOR(Set.of("GET", "HEAD"));

    private final Set<String> methods;

    RouteKind(Set<String> methods) {
        this.methods = methods;
    }

    boolean takes(String method) {
        return methods.contains(method);
    }

    /** The methods for the header {@code Allow}. */
    String allowed() {
        return String.join(", ", methods.stream().sorted().toList());
    }
}
