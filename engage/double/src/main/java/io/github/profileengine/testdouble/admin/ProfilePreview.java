package io.github.profileengine.testdouble.admin;

import io.github.profileengine.profile.Profile;
import io.github.profileengine.profile.ProfileId;
import io.github.profileengine.testdouble.exchange.JsonObject;
import io.github.profileengine.value.CanonicalText;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A profile in one line, for lists. Whole profiles could make a page very long. */
final class ProfilePreview {
    private static final int PROPERTIES = 3;
    private static final int CHARACTERS = 40;

    private ProfilePreview() {}

    /** The preview as JSON. */
    static JsonObject of(ProfileId id, @Nullable Profile profile) {
        return new JsonObject()
                .put("id", RequestedProfile.answer(id))
                .put("count", profile == null ? null : profile.size())
                .put("preview", profile == null ? null : text(profile));
    }

    /** Shows some of the project's own properties. */
    private static String text(Profile profile) {
        return profile.properties().entrySet().stream()
                .filter(property -> !property.getKey().startsWith("$"))
                .sorted(Map.Entry.comparingByKey(CanonicalText::compareNames))
                .limit(PROPERTIES)
                .map(property -> cut(property.getKey()) + ": " + cut(CanonicalText.of(property.getValue())))
                .collect(Collectors.joining(" · "));
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, CHARACTERS)) + "…";
    }
}
