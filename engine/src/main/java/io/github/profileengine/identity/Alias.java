package io.github.profileengine.identity;

import io.github.profileengine.representation.CanonicalWriter;

/**
 * One mapping of an {@link AliasTable}.
 *
 * @param token the project
 * @param alias the id that stands for another
 * @param id the id that it was mapped to, which may be an alias itself
 */
public record Alias(String token, String alias, String id) {
    /** This mapping as one JSON object in canonical text, which is its line in an exported state. */
    public String canonicalRecord() {
        StringBuilder out = new StringBuilder("{\"$token\":");
        CanonicalWriter.appendText(out, token);
        CanonicalWriter.appendText(out.append(",\"$alias\":"), alias);
        CanonicalWriter.appendText(out.append(",\"$distinct_id\":"), id);
        return out.append('}').toString();
    }
}
