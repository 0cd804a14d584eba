package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.exchange.WireHandler;
import io.github.profileengine.testdouble.inspector.InspectorFiles;
import java.util.List;

/** The inspector, a page for people, and what it consists of. It reaches no file: all of it lies in the jar. */
final class InspectorResource {
    /** Where a browser that asks for the root is sent. */
    private static final String PAGE = Admin.ROOT + "/";

    void addTo(AdminRoutes routes) {
        routes.add("GET", "/", List.of(), request -> file(InspectorFiles.PAGE, request));
        routes.add("GET", "/inspector/{name}", List.of(), request -> file(request.argument("name"), request));
    }

    private static WireAnswer file(String name, AdminRequest request) {
        return InspectorFiles.answer(name, request.header("If-None-Match").orElse(""))
                .orElseThrow(() -> AdminRefusalException.missing("name, the inspector has no " + name));
    }

    /** What the root of the server does for a browser: it is sent to the page. */
    static WireHandler frontDoor() {
        return request -> WireAnswer.empty(302).with("Location", PAGE).with("Cache-Control", "no-store");
    }
}
