package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.exchange.WireHandler;
import io.github.profileengine.testdouble.inspector.InspectorFiles;
import java.util.List;

/** The inspector, a page for people, and its files. It serves only files from the jar. */
final class InspectorResource {
    /** The target of the redirect for a browser that asks for the root. */
    private static final String PAGE = Admin.ROOT + "/";

    void addTo(AdminRoutes routes) {
        routes.add("GET", "/", List.of(), request -> file(InspectorFiles.PAGE, request));
        routes.add("GET", "/inspector/{name}", List.of(), request -> file(request.argument("name"), request));
    }

    private static WireAnswer file(String name, AdminRequest request) {
        return InspectorFiles.answer(name, request.header("If-None-Match").orElse(""))
                .orElseThrow(() -> AdminRefusalException.missing("name, the inspector has no " + name));
    }

    /** The handler of the root of the server: it redirects a browser to the inspector. */
    static WireHandler frontDoor() {
        return request -> WireAnswer.empty(302).with("Location", PAGE).with("Cache-Control", "no-store");
    }
}
