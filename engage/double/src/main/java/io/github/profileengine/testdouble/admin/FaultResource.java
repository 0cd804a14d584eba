package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.testdouble.fault.FaultPlan;
import io.github.profileengine.testdouble.fault.Faults;
import io.github.profileengine.wire.InvalidJsonException;
import java.util.List;

/** {@code /faults}: the plan of injected faults, and their effects. */
final class FaultResource {
    private final Steering steering;

    FaultResource(Steering steering) {
        this.steering = steering;
    }

    void addTo(AdminRoutes routes) {
        routes.add("GET", "/faults", List.of(), request -> shown());
        routes.addWithBody("PUT", "/faults", this::set);
        routes.add("DELETE", "/faults", List.of(), request -> cleared());
        routes.add("GET", "/faults/report", List.of(), request -> reported());
        routes.add("POST", "/faults/release", List.of(), request -> released());
    }

    private Faults faults() {
        return steering.faults();
    }

    private WireAnswer shown() {
        return WireAnswer.json(200, faults().plan().json());
    }

    private WireAnswer set(AdminRequest request) {
        faults().set(plan(request));
        return shown();
    }

    private static FaultPlan plan(AdminRequest request) {
        try {
            return FaultPlan.parse(request.body().toArray());
        } catch (InvalidJsonException e) {
            throw AdminRefusalException.noJson(e);
        } catch (IllegalArgumentException e) {
            throw AdminRefusalException.bad(String.valueOf(e.getMessage()));
        }
    }

    private WireAnswer cleared() {
        faults().clear();
        return shown();
    }

    private WireAnswer reported() {
        return WireAnswer.json(200, faults().report().json());
    }

    private WireAnswer released() {
        return new JsonObject().put("released", faults().releaseDelayed()).ok();
    }
}
