/**
 * The change feed: tells subscribers what became of each profile, without ever making a writer wait for them.
 *
 * <p>Knows profiles and updates, not the store, which hands the changes in. May import {@code representation},
 * {@code value}, {@code operation}, {@code profile} and {@code reducer}; {@code store} may import it. Entry type:
 * {@link io.github.profileengine.feed.ChangeFeed}.
 */
@NullMarked
package io.github.profileengine.feed;

import org.jspecify.annotations.NullMarked;
