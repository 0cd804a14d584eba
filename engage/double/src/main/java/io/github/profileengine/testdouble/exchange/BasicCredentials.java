package io.github.profileengine.testdouble.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an {@code Authorization} header of the Basic scheme holds. Immutable.
 *
 * @param user not empty
 * @param password may be empty
 */
public record BasicCredentials(String user, String password) {
    private static final String SCHEME = "Basic ";

    /** Checks the user. */
    public BasicCredentials {
        if (user.isEmpty() || user.contains(":")) {
            throw new IllegalArgumentException("a user name is neither empty nor holds a colon");
        }
    }

    /** Those of a header; empty if there is none, or it is of another scheme or malformed. */
    public static Optional<BasicCredentials> of(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            String text = new String(decoded, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon <= 0
                    ? Optional.empty()
                    : Optional.of(new BasicCredentials(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Whether both are the same, in a time that does not tell how much of them is. */
    public boolean match(BasicCredentials others) {
        return MessageDigest.isEqual(bytes(), others.bytes());
    }

    private byte[] bytes() {
        return (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    }

    /** The user only: a password is for nobody's log. */
    @Override
    public String toString() {
        return user;
    }
}
