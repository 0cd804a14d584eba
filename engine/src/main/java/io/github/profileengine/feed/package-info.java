/**
 * The change feed: reports changes of profiles to subscribers. Writers never wait for subscribers.
 *
 * <p>It knows profiles and updates, but not the store, which passes the changes in. May import {@code representation},
 * {@code value}, {@code operation}, {@code profile} and {@code reducer}; {@code store} may import it. Entry type:
 * {@link io.github.profileengine.feed.ChangeFeed}.
 */
@NullMarked
package io.github.profileengine.feed;

import org.jspecify.annotations.NullMarked;
