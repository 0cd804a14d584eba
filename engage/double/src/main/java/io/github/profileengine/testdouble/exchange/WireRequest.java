package io.github.profileengine.testdouble.exchange;

import io.github.profileengine.testdouble.journal.JournaledRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that has arrived completely. Immutable.
 *
 * @param journaled the request as the journal keeps it
 * @param path the path of the route, without prefix and without a trailing slash
 */
public record WireRequest(JournaledRequest journaled, String path) {

    public String method() {
        return journaled.method();
    }

    /** The query as received; null if there is none. */
    public @Nullable String rawQuery() {
        int query = journaled.target().indexOf('?');
        return query < 0 ? null : journaled.target().substring(query + 1);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** Every value of a header, in order. */
    public List<String> headers(String name) {
        return journaled.headers().getOrDefault(name, List.of());
    }

    /** The bytes of the body. */
    public byte[] body() {
        return journaled.body().toArray();
    }

    /** Its Basic credentials; empty if there are none or they are malformed. */
    public Optional<BasicCredentials> credentials() {
        return BasicCredentials.of(header("Authorization").orElse(null));
    }

    /** The user name of its credentials, if it has any. */
    public Optional<String> basicUser() {
        return credentials().map(BasicCredentials::user);
    }
}
