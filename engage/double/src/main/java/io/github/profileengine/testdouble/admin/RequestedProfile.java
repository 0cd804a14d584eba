package io.github.profileengine.testdouble.admin;

import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.testdouble.exchange.JsonObject;
import java.util.List;
import java.util.Optional;

/** Reads which profile the parameters of a request mean, and writes the id of a profile into an answer. */
final class RequestedProfile {
    /** The parameters that name a profile. */
    static final List<String> PARAMETERS = List.of("token", "distinct_id", "group_key", "group_id");

    private RequestedProfile() {}

    /** The id as the request names it, without following aliases; empty if the request names none. */
    static Optional<ProfileId> asked(AdminRequest request, String token) {
        Optional<String> distinctId = request.text("distinct_id");
        Optional<String> key = request.text("group_key");
        Optional<String> group = request.text("group_id");
        if (key.isPresent() != group.isPresent()) {
            String missing = key.isPresent() ? "group_id" : "group_key";
            throw AdminRefusalException.bad(missing + ", missing: group_key and group_id name a group together");
        }
        if (distinctId.isPresent() && key.isPresent()) {
            throw AdminRefusalException.bad("distinct_id, not together with group_key and group_id");
        }
        return distinctId
                .map(id -> ProfileId.user(token, id))
                .or(() -> key.flatMap(name -> group.map(id -> ProfileId.group(token, name, id))));
    }

    /** The id after following aliases. */
    static ProfileId resolved(ProfileId asked, Steering steering) {
        return asked.isGroup() ? asked : asked.withId(steering.engine().resolve(asked.token(), asked.id()));
    }

    /** The id as JSON, with the names of the parameters as keys. */
    static JsonObject answer(ProfileId id) {
        JsonObject answer = new JsonObject().put("token", id.token());
        id.groupKey().ifPresent(key -> answer.put("group_key", key));
        return answer.put(id.isGroup() ? "group_id" : "distinct_id", id.id());
    }
}
