package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.fault.FaultPlan;
import io.github.profileengine.testdouble.fault.Faults;
import java.util.List;

/** {@code /faults}: what goes wrong on purpose, and what the disturbed updates led to. */
final class FaultResource {
    private final Steering steering;

    FaultResource(Steering steering) {
        this.steering = steering;
    }

    void addTo(AdminRoutes routes) {
        routes.add("GET", "/faults", List.of(), request -> shown());
        routes.addWithBody("PUT", "/faults", this::set);
        routes.add("DELETE", "/faults", List.of(), request -> cleared());
        routes.add(
                "GET",
                "/faults/report",
                List.of(),
                request -> WireAnswer.json(200, faults().report().json()));
        routes.add("POST", "/faults/release", List.of(), request -> released());
    }

    private Faults faults() {
        return steering.faults();
    }

    private WireAnswer shown() {
        return WireAnswer.json(200, faults().plan().json());
    }

    private WireAnswer set(AdminRequest request) {
        try {
            faults().set(FaultPlan.parse(request.body().toArray()));
        } catch (IllegalArgumentException e) {
            throw AdminRefusalException.bad("body, no plan of faults: " + e.getMessage());
        }
        return shown();
    }

    private WireAnswer cleared() {
        faults().clear();
        return shown();
    }

    private WireAnswer released() {
        return new JsonObject().put("released", faults().releaseDelayed()).ok();
    }
}
