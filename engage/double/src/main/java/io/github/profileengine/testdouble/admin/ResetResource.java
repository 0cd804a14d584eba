package io.github.profileengine.testdouble.admin;

import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import java.util.List;
import java.util.Optional;

/** {@code /reset}: forgets everything, or one project. */
final class ResetResource {
    private final Steering steering;

    ResetResource(Steering steering) {
        this.steering = steering;
    }

    void addTo(AdminRoutes routes) {
        routes.add("POST", "/reset", List.of("token"), this::reset);
    }

    private WireAnswer reset(AdminRequest request) {
        Optional<String> token = request.text("token");
        long before = steering.engine().count();
        token.ifPresentOrElse(steering::reset, steering::reset);
        long left = steering.engine().count();
        return new JsonObject()
                .put("token", token.orElse(null))
                .put("forgotten", Math.max(0, before - left))
                .put("left", left)
                .ok();
    }
}
