package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.exchange.WireHandler;
import io.github.profileengine.testdouble.exchange.WireRequest;
import io.github.profileengine.testdouble.journal.Bytes;
import io.github.profileengine.wire.request.RequestParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the route of a request, and refuses parameters and bodies that the route does not know, and parameters that are
 * given more than once. All routes are added before the first request.
 */
final class AdminRoutes implements WireHandler {
    private final List<AdminRoute> routes = new ArrayList<>();

    /** Adds a route whose requests have no body. */
    void add(String method, String path, List<String> parameters, AdminHandler handler) {
        routes.add(new AdminRoute(method, Admin.ROOT + path, false, parameters, handler));
    }

    /** Adds a route whose requests have a body, and no parameters. */
    void addWithBody(String method, String path, AdminHandler handler) {
        routes.add(new AdminRoute(method, Admin.ROOT + path, true, List.of(), handler));
    }

    List<AdminRoute> routes() {
        return List.copyOf(routes);
    }

    @Override
    public WireAnswer handle(WireRequest request) {
        try {
            return handled(request);
        } catch (AdminRefusalException refusal) {
            return refusal.answer();
        }
    }

    private WireAnswer handled(WireRequest request) {
        List<String> segments = AdminRoute.segments(request.path());
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        List<String> allowed = new ArrayList<>();
        for (AdminRoute route : routes) {
            Optional<Map<String, String>> arguments = route.match(segments);
            if (arguments.isPresent() && route.method().equals(method)) {
                return handled(route, arguments.get(), request);
            }
            arguments.ifPresent(found -> allowed.add(route.method()));
        }
        if (allowed.isEmpty()) {
            throw AdminRefusalException.missing("path, there is nothing at " + request.path() + "; see " + Admin.ROOT
                    + "/openapi.json for all paths");
        }
        throw AdminRefusalException.notAllowed(request.method(), allowed);
    }

    private static WireAnswer handled(AdminRoute route, Map<String, String> arguments, WireRequest request) {
        RequestParameters parameters = RequestParameters.ofQuery(request.rawQuery());
        for (String name : parameters.names()) {
            if (!route.parameters().contains(name)) {
                throw AdminRefusalException.unknown("parameter", name, route.parameters());
            }
        }
        parameters.repeated().ifPresent(name -> {
            throw AdminRefusalException.bad("parameter, given more than once: " + name);
        });
        Bytes body = request.journaled().body();
        if (body.length() > 0 && !route.takesBody()) {
            String hint = route.parameters().isEmpty() ? "" : "; use query parameters";
            throw AdminRefusalException.bad("body, not allowed for this path" + hint);
        }
        return route.handler().answer(new AdminRequest(arguments, parameters, request));
    }
}
