package io.github.profileengine.testdouble.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of an {@code Authorization} header of the Basic scheme. Immutable.
 *
 * @param user not empty
 * @param password may be empty
 */
public record BasicCredentials(String user, String password) {
    private static final String SCHEME = "Basic ";

    /** Checks the user. */
    public BasicCredentials {
        if (user.isEmpty() || user.contains(":")) {
            throw new IllegalArgumentException("the user name must not be empty or contain a colon");
        }
    }

    /** Reads a header; empty if there is none, or if it has another scheme or is malformed. */
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

    /**
     * Whether both credentials are equal. The comparison takes a time that does not reveal how much of them is equal.
     */
    public boolean match(BasicCredentials others) {
        return MessageDigest.isEqual(bytes(), others.bytes());
    }

    private byte[] bytes() {
        return (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    }

    /** The user only, because a password must not get into a log. */
    @Override
    public String toString() {
        return user;
    }
}
