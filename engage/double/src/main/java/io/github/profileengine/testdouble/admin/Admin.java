package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.http.RouteKind;
import io.github.profileengine.testdouble.http.Routes;
import java.util.List;

/**
 * All routes below {@value #ROOT}. They answer JSON, errors as {@code {"error":"<what>, <why>"}}, and
 * {@code /__double/openapi.json} describes them. They never touch a file: states travel in bodies. Any thread may use
 * them.
 */
public final class Admin {
    /** The start of the path of every admin route. The prefix of the other routes does not apply to it. */
    public static final String ROOT = "/__double";

    private final AdminRoutes routes = new AdminRoutes();

    /** Creates the admin routes of a double. */
    public Admin(Steering steering) {
        ForkShelf forks = new ForkShelf();
        HealthResource health = new HealthResource(steering, forks);
        health.addTo(routes);
        new InspectorResource().addTo(routes);
        new PulseResource(steering).addTo(routes);
        new EventResource(steering, health).addTo(routes);
        new TimelineResource(steering, forks).addTo(routes);
        new ProjectResource(steering).addTo(routes);
        new ProfileResource(steering).addTo(routes);
        new JournalResource(steering.journal()).addTo(routes);
        new OutcomeResource(steering).addTo(routes);
        new ResetResource(steering).addTo(routes);
        new FaultResource(steering).addTo(routes);
        new ClockResource(steering).addTo(routes);
        new StateResource(steering).addTo(routes);
        new ForkResource(steering, forks).addTo(routes);
        new DescriptionResource(steering.prefix()).addTo(routes);
    }

    /** Adds the admin routes to all routes of the server. */
    public void addTo(Routes all) {
        all.addAbsolute(RouteKind.FRONT_DOOR, "/", InspectorResource.frontDoor());
        all.addAbsolute(RouteKind.PAGE, ROOT, routes);
        all.addAbsolute(RouteKind.ADMIN, ROOT + "/*", routes);
    }

    /** Every method and path of the admin routes, such as {@code GET /__double/journal/{number}}. */
    public List<String> operations() {
        return routes.routes().stream()
                .map(route -> route.method() + " " + route.path())
                .toList();
    }
}
