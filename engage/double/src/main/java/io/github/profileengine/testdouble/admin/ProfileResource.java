package io.github.profileengine.testdouble.admin;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.snapshot.Snapshot;
import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.testdouble.exchange.WireAnswer;
import io.github.profileengine.value.CanonicalText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /profiles}: one profile with its latest updates, or a page of all profiles. */
final class ProfileResource {
    private static final List<String> PAGE_PARAMETERS =
            List.of("kind", "id", "where", "limit", "after", "offset", "listing", "view");
    private static final int SHOWN_UPDATES = 20;
    private static final int SHOWN_ALIASES = 1_000;
    private static final long DEFAULT_LIMIT = 100;
    private static final long MOST = 1_000;

    private final Steering steering;
    private final ProfileListings listings = new ProfileListings();

    ProfileResource(Steering steering) {
        this.steering = steering;
    }

    void addTo(AdminRoutes routes) {
        List<String> parameters = new ArrayList<>(RequestedProfile.PARAMETERS);
        parameters.addAll(PAGE_PARAMETERS);
        routes.add("GET", "/profiles", parameters, this::answer);
    }

    private WireAnswer answer(AdminRequest request) {
        String token = ProjectNames.of(request, steering);
        Optional<ProfileId> asked = RequestedProfile.asked(request, token);
        Optional<String> after = request.text("after");
        Optional<Long> limit = request.number("limit", 1, MOST);
        if (asked.isEmpty()) {
            int most = limit.orElse(DEFAULT_LIMIT).intValue();
            BiFunction<ProfileId, @Nullable Profile, JsonObject> view =
                    request.choice("view", "whole", "preview").equals("whole")
                            ? ProfileResource::profile
                            : ProfilePreview::of;
            Optional<Long> offset = request.number("offset", 0, Integer.MAX_VALUE);
            if (offset.isEmpty() && request.text("listing").isEmpty()) {
                return page(token, ProfileFilter.of(request), after, most, view);
            }
            if (after.isPresent()) {
                throw AdminRefusalException.bad("after, not together with offset or listing");
            }
            return page(listing(request, token), offset.orElse(0L), most, view);
        }
        PAGE_PARAMETERS.stream()
                .filter(name -> request.text(name).isPresent())
                .findFirst()
                .ifPresent(name -> {
                    throw AdminRefusalException.bad(name + ", only without an id: one profile has no pages");
                });
        return one(RequestedProfile.resolved(asked.get(), steering));
    }

    private WireAnswer page(
            String token,
            ProfileFilter filter,
            Optional<String> after,
            int limit,
            BiFunction<ProfileId, @Nullable Profile, JsonObject> view) {
        Snapshot state = steering.engine().snapshot();
        ProfileId last = after.map(cursor -> ProfilePage.id(token, cursor)).orElse(null);
        ProfilePage page = filter.page(state, token, last, limit);
        return new JsonObject()
                .putList("profiles", page.profiles().stream().map(profile -> view.apply(profile.id(), profile)))
                .put("next", page.next())
                .put("listing", null)
                .put("matching", page.matching())
                .put("total", state.count(token))
                .ok();
    }

    private ProfileListing listing(AdminRequest request, String token) {
        ProfileFilter filter = ProfileFilter.of(request);
        return request.text("listing")
                .flatMap(name -> listings.find(name, token, filter))
                .orElseGet(() -> listings.add(
                        name -> filter.listing(name, steering.engine().snapshot(), token)));
    }

    /** The present profiles, in the places that they had when the listing was made. */
    private WireAnswer page(
            ProfileListing listing, long offset, int limit, BiFunction<ProfileId, @Nullable Profile, JsonObject> view) {
        Snapshot state = steering.engine().snapshot();
        return new JsonObject()
                .putList(
                        "profiles",
                        listing.page(offset, limit).stream()
                                .map(id -> view.apply(id, state.profile(id).orElse(null))))
                .put("next", null)
                .put("listing", listing.name())
                .put("matching", listing.ids().size())
                .put("total", state.count(listing.token()))
                .ok();
    }

    private static JsonObject profile(ProfileId id, @Nullable Profile profile) {
        return new JsonObject()
                .put("id", RequestedProfile.answer(id))
                .putJson("properties", profile == null ? "null" : profile.canonicalText());
    }

    private WireAnswer one(ProfileId id) {
        Profile profile = steering.engine().profile(id).orElse(null);
        Stream<JsonObject> updates = ProfileHistory.of(id, steering.journal()).stream()
                .limit(SHOWN_UPDATES)
                .map(step -> step.placed(JournalText.update(step.update())));
        return profile(id, profile)
                .put("exists", profile != null)
                .put("aliases", aliases(id))
                .putList("updates", updates)
                .ok();
    }

    /** The aliases that lead to a user. */
    private List<String> aliases(ProfileId id) {
        if (id.isGroup()) {
            return List.of();
        }
        Snapshot state = steering.engine().snapshot();
        return state.aliasTable()
                .aliases()
                .filter(alias -> alias.token().equals(id.token()))
                .filter(alias -> state.resolve(alias.token(), alias.alias()).equals(id.id()))
                .map(alias -> alias.alias())
                .sorted(CanonicalText::compareNames)
                .limit(SHOWN_ALIASES)
                .toList();
    }
}
