package io.github.profileengine.testdouble.admin;

import io.github.profileengine.diff.StateDiff;
import io.github.profileengine.testdouble.admin.ForkShelf.Fork;
import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import java.util.List;

/** {@code /forks}: keeps the present state under a name, to compare with it or to restore it later. */
final class ForkResource {
    private static final long DEFAULT_LIMIT = 100;
    private static final long MOST = 1_000;

    private final Steering steering;
    private final ForkShelf forks;

    ForkResource(Steering steering, ForkShelf forks) {
        this.steering = steering;
        this.forks = forks;
    }

    void addTo(AdminRoutes routes) {
        routes.add("GET", "/forks", List.of(), request -> list());
        routes.addWithBody("POST", "/forks", this::take);
        routes.add("DELETE", "/forks/{name}", List.of(), request -> told(forks.remove(name(request))));
        routes.add("GET", "/forks/{name}/diff", List.of("token", "limit"), this::diff);
        routes.add("POST", "/forks/{name}/restore", List.of(), this::restore);
    }

    private static String name(AdminRequest request) {
        return request.argument("name");
    }

    private WireAnswer list() {
        return new JsonObject()
                .putList("forks", forks.list().stream().map(ForkResource::fork))
                .ok();
    }

    private static JsonObject fork(Fork fork) {
        return new JsonObject()
                .put("name", fork.name())
                .put("time", fork.time().toString())
                .put("request", fork.base().number())
                .put("profiles", fork.state().count())
                .put("aliases", fork.state().aliasCount());
    }

    private static WireAnswer told(Fork fork) {
        return fork(fork).ok();
    }

    private WireAnswer take(AdminRequest request) {
        if (!(request.members("name").get("name") instanceof String name)) {
            throw AdminRefusalException.bad("name, must be a text");
        }
        Fork fork = steering.journal()
                .atRest(number -> new Fork(
                        name,
                        steering.now(),
                        steering.baselines()
                                .taken("fork " + name, number, steering.engine().snapshot())));
        forks.add(fork);
        return told(fork);
    }

    private WireAnswer diff(AdminRequest request) {
        long limit = request.number("limit", 1, MOST).orElse(DEFAULT_LIMIT);
        String token = request.text("token").orElse(null);
        Fork fork = forks.get(name(request));
        StateDiff diff = StateDiff.between(fork.state(), steering.engine().snapshot());
        return new DiffText(diff, token, limit).answer();
    }

    private WireAnswer restore(AdminRequest request) {
        Fork fork = forks.get(name(request));
        steering.restore(fork.state());
        return told(fork);
    }
}
